import { constants } from 'node:fs'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** One effect: what was asked under which key, and what was answered. `at` is the simulator's own clock. */
export type Entry<Asked, Answered> = { at: string; key: string; request: Asked; answer: Answered }

/** That effects were taken out under a key, and how many. */
type Forgotten = { forgotten: number; key: string }

/**
 * The effects of one service, one JSON line each, in the order in which they happened. A line is on the
 * disk before anyone hears of it, so what was answered survives a crash, and what was not answered may be
 * asked again.
 */
export class Ledger<Asked, Answered> {
  readonly #byKey = new Map<string, Entry<Asked, Answered>>()
  readonly #forgotten = new Map<string, number>()
  #last: Promise<unknown> = Promise.resolve()

  private constructor(
    private readonly file: FileHandle,
    private size: number,
    lines: readonly (Entry<Asked, Answered> | Forgotten)[],
  ) {
    for (const line of lines) {
      if ('request' in line) this.#byKey.set(line.key, line)
      else this.#forgotten.set(line.key, line.forgotten)
    }
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
      lines.map(line => JSON.parse(line) as Entry<Asked, Answered> | Forgotten),
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
      const entry = { at, key, request, answer: act(this.#count() + 1) }
      await this.#write(`${JSON.stringify(entry)}\n`)
      this.#byKey.set(key, entry)
      return entry
    })
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /**
   * Takes out every effect that `matches`, and writes down that it was done: the same key gives the first answer. The
   * file is written anew as a whole, and what was in it is gone.
   */
  forget(key: string, matches: (entry: Entry<Asked, Answered>) => boolean): Promise<{ forgotten: number }> {
    const turn = this.#last.then(async () => {
      const known = this.#forgotten.get(key)
      if (known !== undefined) return { forgotten: known }
      const gone = [...this.#byKey.values()].filter(matches)
      for (const entry of gone) this.#byKey.delete(entry.key)
      this.#forgotten.set(key, gone.length)
      const lines = this.entries().map(entry => `${JSON.stringify(entry)}\n`)
      const marks = [...this.#forgotten].map(
        ([by, forgotten]) => `${JSON.stringify({ forgotten, key: by })}\n`,
      )
      const bytes = Buffer.from([...lines, ...marks].join(''))
      await this.file.truncate(0)
      await this.file.write(bytes, 0, bytes.length, 0)
      await this.file.sync()
      this.size = bytes.length
      return { forgotten: gone.length }
    })
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /** How many effects there ever were: no number is given twice, whatever was forgotten. */
  #count(): number {
    return [...this.#forgotten.values()].reduce((all, gone) => all + gone, this.#byKey.size)
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
