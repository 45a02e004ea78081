import { createSecretKey, type KeyObject } from 'node:crypto'
import { readKeyFile, type KeyFile } from './key-file.js'
import { administrationPurpose, isPurpose, transitOf, type Purpose } from './purposes.js'

/** One version of a key. `secret` is a key object, which prints nothing of itself. */
export interface Key {
  /** 16 hex digits, random. */
  readonly id: string
  readonly purpose: Purpose
  readonly secret: KeyObject
}

/** The ring holds no key for a purpose: a contract or administration that this process has no part in. */
export class KeyMissing extends Error {
  override readonly name = 'KeyMissing'
  readonly code = 'key-missing'
  constructor(readonly purpose: Purpose) {
    super(`No key for ${purpose}`)
  }
}

/** The keys a process may use. */
export class KeyRing {
  private readonly keysById: ReadonlyMap<string, Key>
  private readonly newestByPurpose: ReadonlyMap<Purpose, Key>

  /** @param keys oldest version first. */
  private constructor(private readonly keys: readonly Key[]) {
    this.keysById = new Map(keys.map(key => [key.id, key]))
    this.newestByPurpose = new Map(keys.map(key => [key.purpose, key]))
  }

  /**
   * The ring of a key file, with every key in it.
   * @throws KeyFileError
   */
  static async load(path: string): Promise<KeyRing> {
    return KeyRing.of(await readKeyFile(path))
  }

  /** The ring of a key file's content. */
  static of(file: KeyFile): KeyRing {
    return new KeyRing(
      Object.entries(file.keys).flatMap(([purpose, versions]) =>
        isPurpose(purpose)
          ? (versions ?? []).map(({ id, secret }) => ({
              id,
              purpose,
              secret: createSecretKey(Buffer.from(secret, 'base64')),
            }))
          : [],
      ),
    )
  }

  /**
   * A ring of what one administration needs for its payloads: its own key and both directions of the contracts it
   * is party to. Without the vault's key and without any other administration's.
   */
  forAdministration(administration: string, contracts: readonly string[]): KeyRing {
    const own = administrationPurpose(administration)
    return new KeyRing(
      this.keys.filter(({ purpose }) => {
        const transit = transitOf(purpose)
        return transit === undefined ? purpose === own : contracts.includes(transit.contract)
      }),
    )
  }

  /** Whether there is a key for a purpose. */
  holds(purpose: Purpose): boolean {
    return this.newestByPurpose.has(purpose)
  }

  /**
   * The key that encrypts.
   * @throws KeyMissing
   */
  newest(purpose: Purpose): Key {
    const key = this.newestByPurpose.get(purpose)
    if (key === undefined) throw new KeyMissing(purpose)
    return key
  }

  /** The key that decrypts what names it, `undefined` when this ring does not hold it. */
  byId(id: string): Key | undefined {
    return this.keysById.get(id)
  }
}
