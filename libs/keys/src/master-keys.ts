/** A key that a master key has encrypted. */
export interface WrappedKey {
  /** Which version of the master key; another process finds it by this. */
  readonly keyId: string
  readonly wrapped: Buffer
}

/** A key to wrap, and for whom. */
export interface ToWrap {
  readonly administration: string
  readonly plaintext: Uint8Array
  /** What the key is bound to: unwrapping needs the same text. */
  readonly bound: string
}

/** A wrapped key, and what it was bound to. */
export interface ToUnwrap extends WrappedKey {
  readonly administration: string
  readonly bound: string
}

/**
 * The master keys, one for each administration, wherever they are kept. A process may wrap for every administration,
 * for that is how one grants another a key, and unwrap for those it serves.
 *
 * Throws KeysError: `keys-unavailable` when they cannot be reached now, `master-key-missing`, `master-key-forbidden`;
 * unwrapping also `key-tampered` when key, bytes and binding do not fit together.
 */
export interface MasterKeys {
  /** Encrypts under the newest version of the administration's master key. */
  wrap(key: ToWrap): Promise<WrappedKey>
  /** Decrypts under the version that encrypted. */
  unwrap(key: ToUnwrap): Promise<Buffer>
}

/** What rotation does to the master keys. */
export interface MasterKeyVersions {
  /** Makes a new version, which wraps from now on. Gives its id. */
  rotate(administration: string): Promise<string>
  /** Removes every version but the newest. Gives how many went. */
  retire(administration: string): Promise<number>
}
