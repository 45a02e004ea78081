const messages = {
  'vault-not-found': 'There is no such text in the vault, or it is not for this reader',
  'vault-tampered': 'A text in the vault does not fit its key, its reference or its case',
  'vault-key-missing': 'A text in the vault is encrypted with a key that this process does not hold',
  'vault-unavailable': 'The vault cannot be reached',
  'vault-refused': 'The database refused what was asked of the vault',
  'vault-still-sealed': 'A text lies in a sealed envelope, and cannot be granted to anybody',
  'vault-not-served': 'This process does not serve that administration',
} as const

/** Why the vault did not answer. */
export type VaultErrorCode = keyof typeof messages

/** The vault did not answer. Never carries content. */
export class VaultError extends Error {
  override readonly name = 'VaultError'
  /** @param detail a reference or an SQLSTATE, for whoever looks for the reason. */
  constructor(
    readonly code: VaultErrorCode,
    readonly detail?: string,
  ) {
    super(detail === undefined ? messages[code] : `${messages[code]} (${detail})`)
  }
}
