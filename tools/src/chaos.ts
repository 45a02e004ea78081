/** The chaos command: plays cases while parts of a system of its own are killed, and checks what came of it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { repositoryFolder } from '@brobygger/config'
import { Api } from './chaos/api.js'
import { parseChaosOptions, usage, type ChaosOptions } from './chaos/options.js'
import { playCalmly, playMany } from './chaos/play.js'
import { randomOf } from './chaos/random.js'
import { report, type Findings } from './chaos/report.js'
import { strike, type Strike } from './chaos/strikes.js'
import { verify } from './chaos/verify.js'
import { elapsed } from './progress.js'
import { startSystem, type System } from './system.js'

/** What a part logs of its troubles can be long, and here they are on purpose. */
const WIDTH = 160

const say = (line: string) => {
  console.log(`  ${line.slice(0, WIDTH)}`)
}

async function main(): Promise<void> {
  const options = parseChaosOptions(process.argv.slice(2))
  if (options === undefined) {
    console.log(usage)
    return
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'brobygger-chaos-'))
  console.log(`Chaos with seed ${options.seed} in ${dataDir}`)
  const system = await startSystem({
    dataDir,
    ui: false,
    municipalityFile: join(repositoryFolder, 'config', 'municipality.json'),
    logLevel: 'warn',
    env: process.env,
    log: say,
    onFailure: reason => {
      console.error(`A part could not be kept running: ${reason.message}`)
      process.exit(1)
    },
  })
  const stop = () => void system.stop().finally(() => process.exit(1))
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    const findings = await run(system, options)
    console.log(`\n${report(findings)}`)
    process.exitCode = findings.violations.length === 0 ? 0 : 1
  } finally {
    await system.stop()
  }
  if (process.exitCode === 0) await rm(dataDir, { recursive: true, force: true })
  else console.log(`What the system left is in ${dataDir}`)
}

async function run(system: System, { cases, minutes, seed }: ChaosOptions): Promise<Findings> {
  const api = new Api(system.apiUrl)
  const calm = await playCalmly(api, system.simulatorsUrl)
  say('one case of each way was played undisturbed')

  const strikes: Strike[] = []
  let [ended, lastBlow] = [0, Date.now()]
  const began = Date.now()
  const progress = setInterval(() => {
    say(
      `${elapsed(began)}: ${ended} of ${cases} cases ended, ${api.acknowledged} commands acknowledged, ${strikes.length} kills`,
    )
  }, 10_000)
  const calmAgain = new AbortController()
  const striking = strike({
    system,
    random: randomOf(seed),
    signal: calmAgain.signal,
    struck: one => {
      strikes.push(one)
      lastBlow = Date.now()
    },
  })
  const milliseconds = minutes * 60_000
  setTimeout(() => {
    calmAgain.abort()
  }, milliseconds).unref()
  try {
    const playing = playMany({
      api,
      simulatorsUrl: system.simulatorsUrl,
      cases,
      milliseconds,
      random: randomOf(seed + 1),
      ended: () => (ended += 1),
    })
    const [{ played, failures }] = await Promise.all([playing, striking])
    const recovery = Date.now() - lastBlow
    say('checking')
    const verdict = await verify({ system, api, ended: played, calm })
    const violations = [...failures, ...verdict.violations]
    return { seed, strikes, api, played: verdict.played, recovery, violations }
  } finally {
    calmAgain.abort()
    clearInterval(progress)
  }
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
