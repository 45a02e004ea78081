/** A message by e-mail. It says nothing that somebody else may not read: e-mail is a postcard. */
export interface Mail {
  /** Idempotency key; the message's id follows from it. */
  readonly key: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** E-mail. */
export interface Mailer {
  /**
   * Hands a message over to the mail server; gives its id, the same for a repeated key.
   * @throws PortError `refused` when the server will not take it; `unavailable` when there was no whole answer, and the
   * message may or may not have gone
   */
  send(mail: Mail): Promise<{ messageId: string }>
}
