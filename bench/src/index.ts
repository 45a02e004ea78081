/** The benchmark: what a case costs beside the least that the engine itself costs. How to read it: bench/README.md */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { repositoryFolder } from '@brobygger/config'
import { startSystem, type System } from '@brobygger/tools'
import { Client, Connection } from '@temporalio/client'
import { Api } from './api.js'
import { BareWorkflows } from './bare/bare-workflows.js'
import { bareNamespace } from './bare/place.js'
import { startBareWorker } from './bare/start-worker.js'
import { measureCost } from './cost.js'
import { type BenchOptions, help, parseBenchOptions } from './options.js'
import { makeReport, printed, type Report } from './report.js'
import { measureRounds } from './rounds.js'

/** Progress goes to standard error, so that figures alone stand on standard output. */
const say = (line: string) => {
  console.error(`  ${line}`)
}

async function main(options: BenchOptions): Promise<void> {
  const signals = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      signals.abort()
    })
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'brobygger-bench-'))
  try {
    // Its own database and server: what is counted must be nobody else's, and the cases are thrown away.
    const { DATABASE_URL: _database, TEMPORAL_ADDRESS: _server, ...env } = process.env
    const system = await startSystem({
      dataDir,
      ui: false,
      municipalityFile: join(repositoryFolder, 'config', 'municipality.json'),
      logLevel: 'warn',
      env,
      log: say,
      signal: signals.signal,
      onFailure: reason => {
        console.error(`The system has stopped: ${reason.message}`)
        process.exit(1)
      },
    })
    try {
      const report = await Promise.race([measure(system, options), interrupted(signals.signal)])
      console.log(options.json ? JSON.stringify(report, null, 2) : `\n${printed(report)}`)
    } finally {
      await system.stop()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
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

function interrupted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('The benchmark was interrupted.'))
    })
  })
}

try {
  const options = parseBenchOptions(process.argv.slice(2))
  if (options.help) console.log(help)
  else await main(options)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
