import { stat } from 'node:fs/promises'
import { readKeyFile, type KeyFile } from './key-file.js'
import { Keys } from './keys.js'

/** Where a ring has its keys from. */
export interface KeySource {
  readonly keys: Keys
  /** Takes in what has changed. */
  refresh(): Promise<void>
}

/** Keys that never change. */
export const fixedKeys = (file: KeyFile): KeySource => ({ keys: new Keys(file), refresh: async () => {} })

/**
 * The keys of a file, which is read again when it has changed: a rotation reaches a running process in this way.
 * A changed file that cannot be read leaves the keys as they are, and is told to `onUnreadable`.
 */
export class FileKeys implements KeySource {
  private reading: Promise<void> | undefined

  private constructor(
    private readonly path: string,
    private read: { keys: Keys; state: string },
    private readonly onUnreadable: (error: unknown) => void,
  ) {}

  /** @throws KeyFileError */
  static async open(path: string, onUnreadable: (error: unknown) => void): Promise<FileKeys> {
    return new FileKeys(path, await readWithState(path), onUnreadable)
  }

  get keys(): Keys {
    return this.read.keys
  }

  async refresh(): Promise<void> {
    this.reading ??= this.readChanged().finally(() => {
      this.reading = undefined
    })
    await this.reading
  }

  private async readChanged(): Promise<void> {
    try {
      if ((await stateOf(this.path)) !== this.read.state) this.read = await readWithState(this.path)
    } catch (error) {
      this.onUnreadable(error)
    }
  }
}

/** The state is taken before the content: a change between the two is seen the next time. */
async function readWithState(path: string): Promise<{ keys: Keys; state: string }> {
  const state = await stateOf(path).catch(() => '')
  return { keys: new Keys(await readKeyFile(path)), state }
}

async function stateOf(path: string): Promise<string> {
  const { ino, size, mtimeMs } = await stat(path)
  return [ino, size, mtimeMs].join()
}
