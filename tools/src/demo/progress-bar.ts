import { elapsed } from '../progress.js'

const WIDTH = 30
/** Between two lines where the output is no terminal, in milliseconds. */
const LINE_EVERY = 15_000

/** Shows how far a long piece of work has come: a bar on a terminal, a line now and then elsewhere. */
export class ProgressBar {
  private readonly began = Date.now()
  private lastLine = Date.now()

  constructor(
    private readonly total: number,
    private readonly output: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stdout,
  ) {}

  update(done: number): void {
    const now = Date.now()
    const text = progressText({ done, total: this.total, took: now - this.began })
    if (this.output.isTTY) {
      this.output.write(`\r\x1b[K${bar(done / this.total)} ${text}${done === this.total ? '\n' : ''}`)
    } else if (done === this.total || now - this.lastLine >= LINE_EVERY) {
      this.lastLine = now
      this.output.write(`  ${text}\n`)
    }
  }
}

/** `12 of 40, 30 %, 1 min 3 s left`. `took` is in milliseconds. */
export function progressText({ done, total, took }: { done: number; total: number; took: number }): string {
  const part = `${done} of ${total}, ${Math.floor((100 * done) / total)} %`
  if (done === 0) return part
  if (done === total) return `${part}, took ${elapsed(Date.now() - took)}`
  return `${part}, ${elapsed(Date.now() - (took / done) * (total - done))} left`
}

function bar(part: number): string {
  const full = Math.round(part * WIDTH)
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}]`
}
