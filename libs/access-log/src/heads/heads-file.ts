import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { head, pruned, type Head, type Pruned } from './head.js'

/**
 * The published heads, one JSON line a block. The file is only ever appended to, so that it can lie where nothing can
 * be changed once written.
 */
export class HeadsFile {
  constructor(private readonly path: string) {}

  /** Whether there is a file. Its absence means something only to who knows that blocks were sealed. */
  get exists(): boolean {
    return existsSync(this.path)
  }

  /** Makes the empty file with its folder, for the owner alone. */
  async make(): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 })
    await (await open(this.path, 'a', 0o600)).close()
  }

  /** Appends a head, or that lines were taken out; on the disk when it resolves. */
  async append(published: Head | Pruned): Promise<void> {
    const file = await open(this.path, 'a')
    try {
      // A line that was cut off by a crash is ended first.
      const { size } = await file.stat()
      const cut = size > 0 && (await this.lastByte(size)) !== NEW_LINE
      await file.appendFile(`${cut ? '\n' : ''}${JSON.stringify(published)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
  }

  /** Every head in the order of the file. A line that is none, such as one cut off by a crash, is left out. */
  async *all(): AsyncGenerator<Head> {
    for await (const line of this.lines()) {
      const parsed = head.safeParse(line)
      if (parsed.success) yield parsed.data
    }
  }

  /** The last block whose lines were taken out under the rule of retention, and those of every block before; 0 for none. */
  async prunedTo(): Promise<number> {
    let to = 0
    for await (const line of this.lines()) {
      const parsed = pruned.safeParse(line)
      if (parsed.success) to = Math.max(to, parsed.data.prunedTo)
    }
    return to
  }

  /** The last head; undefined when there is none. */
  async last(): Promise<Head | undefined> {
    let last: Head | undefined
    for await (const one of this.all()) last = one
    return last
  }

  private async *lines(): AsyncGenerator {
    if (!this.exists) return
    const lines = createInterface({ input: createReadStream(this.path), crlfDelay: Infinity })
    for await (const line of lines) yield parse(line)
  }

  private async lastByte(size: number): Promise<number | undefined> {
    const file = await open(this.path, 'r')
    try {
      const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
      return buffer[0]
    } finally {
      await file.close()
    }
  }
}

const NEW_LINE = 10

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
