/** The benchmark: what a case costs beside the least that the engine itself costs. How to read it: bench/README.md */
import type { System } from '@brobygger/tools'
import { Client, Connection } from '@temporalio/client'
import { Api } from './api.js'
import { BareWorkflows } from './bare/bare-workflows.js'
import { bareNamespace } from './bare/place.js'
import { startBareWorker } from './bare/start-worker.js'
import { measureCost } from './cost.js'
import { type BenchOptions, help, parseBenchOptions } from './options.js'
import { makeReport, printed, type Report } from './report.js'
import { measureRounds } from './rounds.js'
import { say, withOwnSystem } from './with-own-system.js'

async function main(options: BenchOptions): Promise<void> {
  const report = await withOwnSystem(system => measure(system, options))
  console.log(options.json ? JSON.stringify(report, null, 2) : `\n${printed(report)}`)
}

async function measure(system: System, { rounds }: BenchOptions): Promise<Report> {
  const api = new Api(system.apiUrl)
  const connection = await Connection.connect({ address: system.temporalAddress })
  const stopBareWorker = await startBareWorker(system.temporalAddress)
  try {
    const bare = new BareWorkflows(new Client({ connection, namespace: bareNamespace }))
    const onRound = (done: number, total: number) => {
      if (done % 10 === 0 || done === total) say(`round ${done} of ${total}`)
    }
    const samples = await measureRounds({ api, bare, rounds, onRound })
    say('counting events, statements and bytes')
    const { adminUrl, dataDir } = system
    const cost = await measureCost({ api, connection, adminUrl, dataDir })
    return makeReport({ samples, rounds, cost })
  } finally {
    await stopBareWorker()
    await connection.close()
  }
}

try {
  const options = parseBenchOptions(process.argv.slice(2))
  if (options.help) console.log(help)
  else await main(options)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
