/** A year of visits to every institution, played forward over the API and timed. */
import { loadConfig, readMunicipality } from '@brobygger/config'
import { Api, findSystem, inParallel } from '@brobygger/tools'
import { help, parseYearOptions, type YearOptions } from './visit-year/options.js'
import { PlayedRound, type Counted } from './visit-year/played-round.js'
import { sumOf, yearTable, type QuarterCount } from './visit-year/table.js'

const VIEWER = 'tl-eva'

async function main(options: YearOptions): Promise<void> {
  const signals = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      signals.abort(new Error('The year of visits was interrupted.'))
    })
  }
  const { signal } = signals
  const config = loadConfig(process.env)
  const { clusters, institutions } = await readMunicipality(config.MUNICIPALITY_FILE)
  const say = (line: string) => {
    console.log(`  ${line}`)
  }
  const system = await findSystem({ asked: options.api, config, signal, say })
  try {
    const api = new Api(system.apiUrl, signal)
    const { year, width } = options
    say(
      `playing ${year}: ${institutions.length} institutions in ${clusters.length} clusters, ${width} rounds at a time`,
    )
    const quarters: QuarterCount[] = []
    for (const n of [1, 2, 3, 4]) {
      const quarter = `${year}-Q${n}`
      quarters.push(
        await playQuarter({ api, quarter, clusters: clusters.map(({ id }) => id), width, signal }),
      )
      say(`${quarter} played`)
    }
    console.log(`\n${yearTable(quarters)}`)
  } finally {
    await system.leave()
  }
}

/** Plays the rounds of all clusters; the events are counted when the clock has stopped. */
async function playQuarter(args: {
  api: Api
  quarter: string
  clusters: readonly string[]
  width: number
  signal: AbortSignal
}): Promise<QuarterCount> {
  const { api, quarter, clusters, width, signal } = args
  const counts: Counted[] = []
  const cases: string[] = []
  const began = performance.now()
  await inParallel({
    things: clusters,
    width,
    signal,
    work: async cluster => {
      const round = await PlayedRound.start(api, { cluster, quarter })
      counts.push(await round.toTheEnd())
      cases.push(round.caseId)
    },
  })
  const seconds = (performance.now() - began) / 1000
  let events = 0
  for (const caseId of cases) events += await eventsOf(api, caseId)
  return { quarter, rounds: counts.length, ...sumOf(counts), events, seconds }
}

async function eventsOf(api: Api, caseId: string): Promise<number> {
  let events = 0
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: string = cursor === '' ? '' : `&cursor=${cursor}`
    const { body } = await api.get<{ items: unknown[]; next: string | null }>(
      `/cases/${caseId}/events?limit=100${page}`,
      VIEWER,
    )
    events += body.items.length
    cursor = body.next
  }
  return events
}

try {
  const options = parseYearOptions(process.argv.slice(2))
  if (options.help) console.log(help)
  else await main(options)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
