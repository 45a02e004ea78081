import { stat } from 'node:fs/promises'
import { addKeyVersions, KeyFileError, KeyRing, masterPurpose, retireKeyVersions } from '@brobygger/codec'
import { KeysError } from './keys-error.js'
import type { MasterKeys, MasterKeyVersions, ToUnwrap, ToWrap, WrappedKey } from './master-keys.js'
import { unwrapUnder, wrapUnder } from './packed-box.js'

/**
 * Master keys in the key file, for development. A changed file is read again, so that a running process wraps under
 * the newest version and finds versions that came later.
 */
export class FileMasterKeys implements MasterKeys {
  private loaded: { readonly stamp: string; readonly ring: KeyRing } | undefined

  /** @param options.unwraps the administrations for which this process may unwrap. */
  constructor(private readonly options: { path: string; unwraps: readonly string[] }) {}

  async wrap({ administration, plaintext, bound }: ToWrap): Promise<WrappedKey> {
    const purpose = masterPurpose(administration)
    const ring = await this.ring()
    if (!ring.holds(purpose)) throw new KeysError('master-key-missing', administration)
    const key = ring.newest(purpose)
    return { keyId: key.id, wrapped: wrapUnder(key.secret, plaintext, bound) }
  }

  async unwrap({ administration, keyId, wrapped, bound }: ToUnwrap): Promise<Buffer> {
    if (!this.options.unwraps.includes(administration)) {
      throw new KeysError('master-key-forbidden', administration)
    }
    const key = (await this.ring()).byId(keyId)
    if (key === undefined) throw new KeysError('master-key-missing', keyId)
    const plaintext =
      key.purpose === masterPurpose(administration) ? unwrapUnder(key.secret, wrapped, bound) : undefined
    if (plaintext === undefined) throw new KeysError('key-tampered', keyId)
    return plaintext
  }

  private async ring(): Promise<KeyRing> {
    const { path } = this.options
    try {
      const { mtimeMs, ino, size } = await stat(path)
      const stamp = [mtimeMs, ino, size].join('/')
      if (this.loaded?.stamp !== stamp) this.loaded = { stamp, ring: await KeyRing.load(path) }
      return this.loaded.ring
    } catch (error) {
      throw new KeysError('keys-unavailable', error instanceof KeyFileError ? error.code : 'key-file-missing')
    }
  }
}

/** Versions of the master keys in the key file; only rotation has them. */
export class FileMasterKeyVersions implements MasterKeyVersions {
  constructor(private readonly path: string) {}

  async rotate(administration: string): Promise<string> {
    const purpose = masterPurpose(administration)
    const id = (await addKeyVersions(this.path, [purpose])).get(purpose)
    if (id === undefined) throw new KeysError('master-key-missing', administration)
    return id
  }

  async retire(administration: string): Promise<number> {
    return await retireKeyVersions(this.path, [masterPurpose(administration)])
  }
}
