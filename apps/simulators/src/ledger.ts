import { constants } from 'node:fs'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** One effect: what was asked under which key, and what was answered. `at` is the simulator's own clock. */
export type Entry<Asked, Answered> = { at: string; key: string; request: Asked; answer: Answered }

/**
 * The effects of one service, one JSON line each, in the order in which they happened. A line is on the
 * disk before anyone hears of it, so what was answered survives a crash, and what was not answered may be
 * asked again.
 */
export class Ledger<Asked, Answered> {
  readonly #byKey = new Map<string, Entry<Asked, Answered>>()
  #last: Promise<unknown> = Promise.resolve()

  private constructor(
    private readonly file: FileHandle,
    private size: number,
    lines: readonly Entry<Asked, Answered>[],
  ) {
    for (const entry of lines) this.#byKey.set(entry.key, entry)
  }

  /**
   * Opens the ledger in `path`, made when missing. A last line that a crash cut off was never
   * answered: it does not count, and the next one takes its place.
   */
  static async open<Asked, Answered>(path: string): Promise<Ledger<Asked, Answered>> {
    await mkdir(dirname(path), { recursive: true })
    // Opening changes nothing: whoever starts a second time by mistake must not cut the first one's lines.
    const file = await open(path, constants.O_RDWR | constants.O_CREAT)
    const text = await file.readFile('utf8')
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    const lines = whole.split('\n').filter(line => line !== '')
    return new Ledger(
      file,
      Buffer.byteLength(whole),
      lines.map(line => JSON.parse(line) as Entry<Asked, Answered>),
    )
  }

  /** All effects, oldest first. */
  entries(): readonly Entry<Asked, Answered>[] {
    return [...this.#byKey.values()]
  }

  /**
   * The effect with this key; carried out by `act` and written down when it is new. Requests are taken one
   * after the other, so the same key sent twice at once still has one effect.
   */
  once(key: string, request: Asked, act: (sequence: number) => Answered): Promise<Entry<Asked, Answered>> {
    const turn = this.#last.then(async () => {
      const known = this.#byKey.get(key)
      if (known) return known
      const at = new Date().toISOString()
      const entry = { at, key, request, answer: act(this.#byKey.size + 1) }
      await this.#write(`${JSON.stringify(entry)}\n`)
      this.#byKey.set(key, entry)
      return entry
    })
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /** Waits for the last line and closes the file. */
  async close(): Promise<void> {
    await this.#last
    await this.file.close()
  }

  async #write(line: string): Promise<void> {
    const bytes = Buffer.from(line)
    // What lies beyond the last whole line was cut off by a crash or a full disk, and never answered.
    await this.file.truncate(this.size)
    const { bytesWritten } = await this.file.write(bytes, 0, bytes.length, this.size)
    if (bytesWritten < bytes.length) throw new Error('The ledger could not be written: the disk is full')
    await this.file.sync()
    this.size += bytes.length
  }
}
