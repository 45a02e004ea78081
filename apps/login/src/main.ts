import { loadConfig, readMunicipality } from '@brobygger/config'
import { logger } from '@brobygger/telemetry'
import { loadClients } from './clients.js'
import { clientsFileIn, keysFileIn } from './files.js'
import { startLogin } from './start-login.js'

/** The development login as a process of its own. It knows no passwords, so production has another. */
async function main(): Promise<void> {
  const config = loadConfig(process.env, 'OIDC_ISSUER')
  if (config.BROBYGGER_MODE === 'production') {
    throw new Error(
      'The development login does not run in production: anybody could log in as anybody. Set OIDC_ISSUER to the login that the municipality uses.',
    )
  }
  const log = logger({ name: 'login', level: config.LOG_LEVEL })
  const login = await startLogin({
    issuer: config.OIDC_ISSUER,
    host: config.LOGIN_HOST,
    port: config.LOGIN_PORT,
    clients: await loadClients(clientsFileIn(config.DATA_DIR)),
    municipality: await readMunicipality(config.MUNICIPALITY_FILE),
    keysFile: keysFileIn(config.DATA_DIR),
    tokenSeconds: config.LOGIN_TOKEN_SECONDS,
    temporalAudience: config.TEMPORAL_AUDIENCE,
    log,
  })
  log.info({ port: config.LOGIN_PORT }, 'the development login listens')
  await new Promise<void>(resolve => {
    process.once('SIGTERM', resolve)
    process.once('SIGINT', resolve)
  })
  await login.stop()
}

try {
  await main()
} catch (error) {
  process.stderr.write(`The login stopped: ${error instanceof Error ? error.message : 'unknown error'}\n`)
  process.exitCode = 1
}
