import { KeyRing } from '@brobygger/codec'
import { loadConfig, readMunicipality } from '@brobygger/config'
import { logger, metrics } from '@brobygger/telemetry'
import { makeApp } from './make-app.js'

try {
  const config = loadConfig(
    process.env,
    'DATABASE_URL',
    'LOG_READER_DATABASE_URL',
    'VAULT_DATABASE_URLS',
    'KEYS_DATABASE_URLS',
  )
  // Without a login nobody could be let in: say so now rather than to each of them.
  if (config.BROBYGGER_MODE !== 'development')
    loadConfig(process.env, 'OIDC_ISSUER', 'OIDC_CLIENT_SECRET', 'API_URL')
  const log = logger({ name: 'api', level: config.LOG_LEVEL })
  const app = await makeApp({
    config,
    log,
    registry: metrics({ service: 'api' }),
    keys: await KeyRing.load(config.KEYS_FILE, error => {
      log.error({ err: error }, 'the key file has changed and cannot be read')
    }),
    municipality: await readMunicipality(config.MUNICIPALITY_FILE),
  })
  app.enableShutdownHooks()
  await app.listen(config.API_PORT, config.API_HOST)
  log.info({ host: config.API_HOST, port: config.API_PORT }, 'the API listens')
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
