/** The start command: starts the system, says where it is, and stops it on Ctrl-C. */
import { once } from 'node:events'
import { resolve } from 'node:path'
import { loadConfig } from '@brobygger/config'
import { clearData } from './clear-data.js'
import { elapsed } from './progress.js'
import { parseStartOptions } from './start-options.js'
import { startSystem } from './system.js'
import { welcome } from './welcome.js'

const say = (line: string) => {
  console.log(`  ${line}`)
}

async function main(): Promise<void> {
  const options = parseStartOptions(process.argv.slice(2))
  const config = loadConfig(process.env)
  if (config.BROBYGGER_MODE === 'production') {
    throw new Error(
      'npm start is for development; production runs the parts by themselves (docker-compose.yml).',
    )
  }
  const began = Date.now()
  const dataDir = resolve(config.DATA_DIR)
  if (options.fresh) await clearData(dataDir)
  console.log('Brobygger is starting')
  const signals = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!signals.signal.aborted) console.log('\nStopping; data stays')
      signals.abort()
    })
  }
  const system = await startSystem({
    dataDir,
    ports: {
      api: options.apiPort ?? config.API_PORT,
      login: options.loginPort ?? config.LOGIN_PORT,
      ...(options.ui ? { ui: options.uiPort ?? 8233 } : {}),
    },
    ui: options.ui,
    secure: options.secure,
    municipalityFile: resolve(config.MUNICIPALITY_FILE),
    logLevel: config.LOG_LEVEL,
    env: process.env,
    log: say,
    signal: signals.signal,
    onFailure: reason => {
      console.error(`\nBrobygger has stopped: ${reason.message}`)
      process.exit(1)
    },
  })
  console.log(`Brobygger serves: ${elapsed(began)}\n${welcome(system, options)}`)
  if (!signals.signal.aborted) await once(signals.signal, 'abort')
  await system.stop()
  process.exit(0)
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
