import { parseArgs } from 'node:util'

/** What the year of visits was asked for. */
export interface YearOptions {
  readonly help: boolean
  /** The year that is played. */
  readonly year: number
  /** Rounds played at the same time. */
  readonly width: number
  /** Address of the API; undefined looks for the usual one, and starts a system when none answers. */
  readonly api: string | undefined
}

/** The machine waits for its disk more than for its processor, so a round of every cluster at once is fastest. */
const WIDTH = 10
const YEAR = 2027

export const help = `npm run rounds [-- options]

Plays a year of visits to every institution of the municipality as practice rounds over the HTTP API, each on a clock
of its own: four quarters of every cluster. Most visits are held on their day, some are moved, cancelled or missed, and
at some of them a concern is raised on the spot. Then it prints what became of them and how long it took.

  --year N      the year that is played (${YEAR})
  --width N     rounds played at the same time (${WIDTH})
  --api URL     a running system (http://127.0.0.1:3000); when none answers there, a temporary one is started,
                used and removed
  --help        this text`

/** @throws Error that names the argument that is wrong */
export function parseYearOptions(args: readonly string[]): YearOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      year: { type: 'string', default: String(YEAR) },
      width: { type: 'string', default: String(WIDTH) },
      api: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const year = Number(values.year)
  if (!Number.isInteger(year) || year < 2026 || year > 2090) throw new Error('--year takes a year')
  const width = Number(values.width)
  if (!Number.isInteger(width) || width < 1 || width > 20) throw new Error('--width takes 1 to 20')
  return { help: values.help, year, width, api: values.api }
}
