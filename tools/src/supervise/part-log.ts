import { createWriteStream, existsSync, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { Say } from '../progress.js'
import type { Output } from './failures.js'
import type { Part } from './part.js'

const largest = 20_000_000
const lastLines = 15
/** Failures of one part shown on the console per ten seconds; all are in its log. */
const shown = 3

/** Keeps the output of one part in `logs/<part>.log` as it comes, and shows its failures on the console. */
export class PartLog {
  readonly file: string
  private readonly stream: WriteStream
  private readonly last: string[] = []
  private recent: number[] = []

  constructor(
    private readonly args: { dataDir: string; name: string; isFailure: Part['isFailure']; say: Say },
  ) {
    const folder = join(args.dataDir, 'logs')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.file = join(folder, `${args.name}.log`)
    if (existsSync(this.file) && statSync(this.file).size > largest) renameSync(this.file, `${this.file}.1`)
    this.stream = createWriteStream(this.file, { flags: 'a', mode: 0o600 })
  }

  follow(stream: Readable, output: Output): void {
    createInterface(stream).on('line', line => {
      this.stream.write(`${line}\n`)
      this.last.push(line)
      if (this.last.length > lastLines) this.last.shift()
      if (this.args.isFailure(line, output)) this.show(line)
    })
  }

  /** What the part said last, for whoever has to find out why it ended. */
  tail(): string {
    return this.last.map(line => `    ${line.slice(0, 400)}`).join('\n')
  }

  close(): Promise<void> {
    return new Promise(resolve => {
      this.stream.end(resolve)
    })
  }

  private show(line: string): void {
    const now = Date.now()
    this.recent = this.recent.filter(time => time > now - 10_000)
    this.recent.push(now)
    if (this.recent.length <= shown) this.args.say(`${this.args.name}: ${line.slice(0, 400)}`)
    if (this.recent.length === shown + 1) this.args.say(`${this.args.name}: more in ${this.file}`)
  }
}
