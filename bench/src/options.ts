import { parseArgs } from 'node:util'

/** What the benchmark was asked for. */
export interface BenchOptions {
  readonly help: boolean
  readonly json: boolean
  /** Rounds that count; some more come before them to warm up. */
  readonly rounds: number
}

const DEFAULT_ROUNDS = 40

export const help = `npm run bench [-- options]

Starts a system of its own in a temporary folder, and measures what a case start and a task completion cost over
the API, as a ratio to a bare workflow start and a bare update on the same server in the same run; then what one
whole chain leaves behind in events, database statements and bytes. How to read it: bench/README.md

  --rounds N    interleaved rounds that count (${DEFAULT_ROUNDS})
  --json        the figures as JSON, and nothing else, on standard output
  --help        this text`

/** @throws Error that names the argument that is wrong */
export function parseBenchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: String(DEFAULT_ROUNDS) },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number from 1')
  return { help: values.help, json: values.json, rounds }
}
