import { parseArgs } from 'node:util'

/** What the chaos command was asked for. */
export interface ChaosOptions {
  readonly cases: number
  /** How long parts are killed. */
  readonly minutes: number
  /** Decides what is killed when; the same seed strikes the same way again. */
  readonly seed: number
}

export const usage = `Usage: npm run chaos [-- options]

Starts a system of its own, plays cases over the API while parts of it are killed at random moments, and checks that
nothing acknowledged is lost and nothing done twice. Ends with exit code 1 when a check fails.

  --cases N     cases to play at the same time (50)
  --minutes N   how long parts are killed (3)
  --seed N      repeats the choice of what is killed (random)
  --help        this text`

/** @returns undefined when help is asked for @throws Error that names the argument that is wrong */
export function parseChaosOptions(args: readonly string[]): ChaosOptions | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cases: { type: 'string', default: '50' },
      minutes: { type: 'string', default: '3' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  return {
    cases: numberOf('--cases', values.cases, { least: 1, most: 1000, whole: true }),
    minutes: numberOf('--minutes', values.minutes, { least: 0.1, most: 600, whole: false }),
    seed: numberOf('--seed', values.seed, { least: 0, most: 2 ** 32 - 1, whole: true }),
  }
}

function numberOf(
  option: string,
  text: string,
  { least, most, whole }: { least: number; most: number; whole: boolean },
): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= least && value <= most) || (whole && !Number.isInteger(value))) {
    throw new Error(`${option} takes a ${whole ? 'whole ' : ''}number from ${least} to ${most}`)
  }
  return value
}
