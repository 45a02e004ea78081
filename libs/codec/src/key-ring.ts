import type { KeyFile } from './key-file.js'
import { FileKeys, fixedKeys, type KeySource } from './key-source.js'
import type { Key } from './keys.js'
import { administrationPurpose, transitOf, type Purpose } from './purposes.js'

/** The ring holds no key for a purpose: a contract or administration that this process has no part in. */
export class KeyMissing extends Error {
  override readonly name = 'KeyMissing'
  readonly code = 'key-missing'
  constructor(readonly purpose: Purpose) {
    super(`No key for ${purpose}`)
  }
}

/** How often a process looks whether the key file has changed, in milliseconds. */
const LOOKS_EVERY = 1_000

/** The keys a process may use. A key that is added to the file while it runs comes to it by itself. */
export class KeyRing {
  private looked = Date.now()

  private constructor(
    private readonly source: KeySource,
    private readonly mayUse: (purpose: Purpose) => boolean,
  ) {}

  /**
   * The ring of a key file, with every key in it.
   * @param onUnreadable told when the file has changed and cannot be read any more; the keys stay what they were
   * @throws KeyFileError
   */
  static async load(
    path: string,
    onUnreadable: (error: unknown) => void = () => undefined,
  ): Promise<KeyRing> {
    return new KeyRing(await FileKeys.open(path, onUnreadable), () => true)
  }

  /** The ring of a key file's content. */
  static of(file: KeyFile): KeyRing {
    return new KeyRing(fixedKeys(file), () => true)
  }

  /**
   * A ring of what one administration needs for its payloads: its own key and both directions of the contracts it
   * is party to. Without the vault's key and without any other administration's.
   */
  forAdministration(administration: string, contracts: readonly string[]): KeyRing {
    const own = administrationPurpose(administration)
    return new KeyRing(this.source, purpose => {
      const transit = transitOf(purpose)
      const needed = transit === undefined ? purpose === own : contracts.includes(transit.contract)
      return needed && this.mayUse(purpose)
    })
  }

  /** Whether there is a key for a purpose. */
  holds(purpose: Purpose): boolean {
    return this.mayUse(purpose) && this.source.keys.newest(purpose) !== undefined
  }

  /**
   * The key that encrypts.
   * @throws KeyMissing
   */
  newest(purpose: Purpose): Key {
    const key = this.mayUse(purpose) ? this.source.keys.newest(purpose) : undefined
    if (key === undefined) throw new KeyMissing(purpose)
    return key
  }

  /** The key that decrypts what names it, `undefined` when this ring does not hold it. */
  byId(id: string): Key | undefined {
    const key = this.source.keys.byId(id)
    return key !== undefined && this.mayUse(key.purpose) ? key : undefined
  }

  /** Takes in new keys; looks once a second at most. */
  async refresh(): Promise<void> {
    if (Date.now() - this.looked < LOOKS_EVERY) return
    this.looked = Date.now()
    await this.source.refresh()
  }

  /** Looks at once when one of these ids is not known: somebody else has the new key already. */
  async lookFor(ids: readonly (string | undefined)[]): Promise<void> {
    if (ids.some(id => id !== undefined && this.source.keys.byId(id) === undefined))
      await this.source.refresh()
  }
}
