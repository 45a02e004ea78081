/** The demo command: plays the load of Copenhagen 2012 as practice cases, and prints the mid-term table. */
import { loadConfig, readMunicipality } from '@brobygger/config'
import { Api } from './demo/api.js'
import { findSystem } from './demo/find-system.js'
import { help, parseDemoOptions, type DemoOptions } from './demo/options.js'
import { makePlan } from './demo/plan.js'
import { play, type Played } from './demo/play.js'
import { ProgressBar } from './demo/progress-bar.js'
import { Staff } from './demo/staff.js'
import { apart, midTermTable } from './demo/table.js'
import { playVisitRound } from './demo/visit-round.js'
import { playWaitingList } from './demo/waiting-list.js'

async function main(options: DemoOptions): Promise<void> {
  const signals = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      signals.abort(new Error('The demo was interrupted.'))
    })
  }
  const { signal } = signals
  const config = loadConfig(process.env)
  const places = await readMunicipality(config.MUNICIPALITY_FILE)
  const plan = makePlan(places.institutions).slice(0, options.cases)
  const say = (line: string) => {
    console.log(`  ${line}`)
  }
  const system = await findSystem({ asked: options.api, config, signal, say })
  try {
    say(`playing ${plan.length} practice cases, each on a clock of its own`)
    const bar = new ProgressBar(plan.length)
    const api = new Api(system.apiUrl, signal)
    const onProgress = (done: number) => {
      bar.update(done)
    }
    const staff = new Staff(places)
    show(await play({ api, staff, plan, signal, onProgress }))
    const group = await playWaitingList(api, staff)
    const [cluster] = places.clusters
    if (cluster !== undefined) {
      const round = await playVisitRound(api, staff, cluster.id)
      say(`a round of visits, a month into its quarter: ${system.apiUrl}/api/visit-rounds/${round}`)
    }
    say(`a group of the family house with a waiting list: ${system.apiUrl}/api/family-house/groups/${group}`)
  } finally {
    await system.leave()
  }
}

function show({ cases, failures }: Played): void {
  const events = cases.reduce((sum, counted) => sum + counted.events, 0)
  console.log(`\nCopenhagen, mid-term 2012, and ${cases.length} practice cases with ${events} events\n`)
  console.log(`${midTermTable(cases)}\n\n${apart(cases)}`)
  if (failures.length === 0) return
  console.error(['', 'Not played to the end:', ...failures.map(failure => `  ${failure}`)].join('\n'))
  process.exitCode = 1
}

try {
  const options = parseDemoOptions(process.argv.slice(2))
  if (options.help) console.log(help)
  else await main(options)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
