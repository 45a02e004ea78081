/**
 * Under this symbol a received contract message carries its sender. A symbol, because no JSON can forge it and no
 * JSON passes it on. From the registry of symbols, because the converter may be loaded more than once.
 */
const SENT_BY = Symbol.for('brobygger.sentBy')

/** Notes on a message who sent it. */
export function markSender(message: object, administration: string): void {
  Object.defineProperty(message, SENT_BY, { value: administration })
}

/**
 * The administration whose transit key encrypted a message; `undefined` when it did not come as a contract message.
 * Ask before parsing it: a schema's copy does not carry the sender. Both parties hold both keys of a contract, so a
 * receiver also checks that the sender is the other party and not itself.
 */
export function senderOf(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null) return undefined
  const sender: unknown = Reflect.get(message, SENT_BY)
  return typeof sender === 'string' ? sender : undefined
}
