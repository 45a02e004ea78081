import { parseArgs } from 'node:util'
import { copenhagen2012 } from './published.js'

/** What the demo was asked for. */
export interface DemoOptions {
  readonly help: boolean
  /** How many cases to play. */
  readonly cases: number
  /** Address of the API; undefined looks for the usual one, and starts a system when none answers. */
  readonly api: string | undefined
}

export const help = `npm run demo [-- options]

Plays the load of the Copenhagen mid-term evaluation of 2012 as practice cases: 334 enquiries in 8 months, of which
226 are taken on. Every case goes through the HTTP API on a clock of its own that is played forward, to its end.
Then the mid-term table, computed from the event log of these cases, is printed beside the published one.

Practice cases bind nobody and never enter real statistics. The plan is the same every time.

  --sample N    the first N of a fair sample
  --api URL     a running system (http://127.0.0.1:3000); when none answers there, a temporary one is started,
                used and removed
  --help        this text`

/** @throws Error that names the argument that is wrong */
export function parseDemoOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sample: { type: 'string' },
      api: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  return { help: values.help, cases: casesOf(values.sample), api: urlOf(values.api) }
}

function casesOf(sample: string | undefined): number {
  const { enquiries } = copenhagen2012
  if (sample === undefined) return enquiries
  const cases = Number(sample)
  if (!Number.isInteger(cases) || cases < 1 || cases > enquiries) {
    throw new Error(`--sample takes a number from 1 to ${enquiries}`)
  }
  return cases
}

function urlOf(api: string | undefined): string | undefined {
  if (api === undefined) return undefined
  if (!URL.canParse(api) || !/^https?:$/.test(new URL(api).protocol)) {
    throw new Error('--api takes an address such as http://127.0.0.1:3000')
  }
  return api.replace(/\/+$/, '').replace(/\/api$/, '')
}
