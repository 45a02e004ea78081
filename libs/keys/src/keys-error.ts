const messages = {
  'keys-unavailable': 'The key store or its master keys cannot be reached',
  'keys-refused': 'The key store refused what was asked of it',
  'key-destroyed': 'The key was destroyed',
  'key-tampered': 'A key in the key store does not fit what it was made for',
  'master-key-missing': 'There is no such master key',
  'master-key-forbidden': 'This process may not use that master key',
} as const

/** Why no key was given. */
export type KeysErrorCode = keyof typeof messages

/** No key was given. Never carries a key. */
export class KeysError extends Error {
  override readonly name = 'KeysError'
  /** @param detail an id, an SQLSTATE or an HTTP status, for whoever looks for the reason. */
  constructor(
    readonly code: KeysErrorCode,
    readonly detail?: string,
  ) {
    super(detail === undefined ? messages[code] : `${messages[code]} (${detail})`)
  }
}
