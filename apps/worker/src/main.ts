import { AccessLog } from '@brobygger/access-log'
import { KeyRing } from '@brobygger/codec'
import { ConfigError, loadConfig, readMunicipality } from '@brobygger/config'
import { connect } from '@brobygger/database'
import { contractNames } from '@brobygger/domain/contracts'
import { runningIn } from '@brobygger/domain/organisation'
import { chooseMasterKeys, KeyStore } from '@brobygger/keys'
import { logger, metrics, serveMetrics, temporalLogger, type Logger } from '@brobygger/telemetry'
import { Vault } from '@brobygger/vault'
import { temporalAccess } from '@brobygger/temporal'
import { NativeConnection, Runtime } from '@temporalio/worker'
import { workflowBundle } from './bundle.js'
import { arm } from './failpoints.js'
import { ensureDigest } from './schedules/digest.js'
import { releasedBundle } from './release.js'
import { ensureRegistryEvents } from './schedules/registry-events.js'
import { ensureRetention } from './schedules/retention.js'
import { ensureSchoolAbsence } from './schedules/school-absence.js'
import { ensureVisitRounds } from './schedules/visit-rounds.js'
import { breakersIn, createWorker } from './worker.js'

/** Database connections of one worker process. */
const CONNECTIONS = 8
const KEY_CONNECTIONS = 3
const ERASER_CONNECTIONS = 2
/** How often somebody looks whether a system outside failed that nobody asks any more, in milliseconds. */
const KNOCK_EVERY = 5_000

/** A key file that cannot be read any more: the keys stay what they were, and somebody is told. */
const unreadable = (log: Logger) => (error: unknown) => {
  log.error({ err: error }, 'the key file has changed and cannot be read')
}

/** The worker process of one administration: one worker for its real cases and one for practice. */
async function main(): Promise<void> {
  const config = loadConfig(
    process.env,
    'ADMINISTRATION',
    'DATABASE_URL',
    'KEYS_DATABASE_URL',
    'ERASER_DATABASE_URL',
  )
  const administration = config.ADMINISTRATION
  const municipality = await readMunicipality(config.MUNICIPALITY_FILE)
  const running = runningIn(municipality)
  if (!running.includes(administration)) {
    throw new Error(`${administration} does not run in the municipality of ${config.MUNICIPALITY_FILE}`)
  }
  const log = logger({ name: `worker-${administration}`, level: config.LOG_LEVEL })
  if (config.BROBYGGER_MODE === 'development') arm(config.BROBYGGER_FAILPOINTS ?? [], config.DATA_DIR)
  Runtime.install({ logger: temporalLogger(log), telemetryOptions: { logging: { forward: {} } } })

  const release = config.BROBYGGER_MODE === 'development' ? config.BROBYGGER_RELEASE : undefined
  const released = release === undefined ? undefined : await releasedBundle(release)
  const keyRing = await KeyRing.load(config.KEYS_FILE, unreadable(log))
  const ring = keyRing.forAdministration(administration, contractNames)
  const database = connect({ url: config.DATABASE_URL, max: CONNECTIONS })
  const keyStore = connect({ url: config.KEYS_DATABASE_URL, max: KEY_CONNECTIONS })
  const erasers = connect({ url: config.ERASER_DATABASE_URL, max: ERASER_CONNECTIONS })
  const keys = new KeyStore({
    administration,
    db: keyStore.pool,
    masters: chooseMasterKeys(config, [administration]),
    running,
  })
  const { address, tls, token } = await temporalAccess(config)
  await token?.ready
  const connection = await NativeConnection.connect({
    address,
    ...(tls === undefined ? {} : { tls }),
    ...(token === undefined ? {} : { apiKey: token.current }),
  })
  token?.onRenewed(renewed => void connection.setApiKey(renewed))
  const parts = {
    administration,
    connection,
    ring,
    db: database.db,
    vault: new Vault({ stores: [{ db: database.pool, keys }], format1: keyRing }),
    accessLog: new AccessLog({ db: database.pool }),
    eraserDb: erasers.db,
    municipality,
    outside: config,
    breakers: breakersIn(database.db),
    bundle: released ?? (await workflowBundle()),
  }
  const workers = [await createWorker(parts, false), await createWorker(parts, true)]
  await ensureDigest({ administration, connection, ring })
  await ensureRetention({ administration, connection, ring })
  await ensureRegistryEvents({ administration, connection, ring })
  if (administration === 'children-and-youth') {
    const year = new Date().getFullYear()
    await ensureSchoolAbsence({ connection, ring })
    await ensureVisitRounds({ connection, ring, municipality, year })
  }
  const server =
    config.METRICS_PORT === undefined
      ? undefined
      : await serveMetrics({
          port: config.METRICS_PORT,
          host: config.API_HOST,
          registry: metrics({ service: 'worker' }),
        })
  log.info({ administration }, 'worker is running')
  if (released !== undefined) log.warn({ administration }, 'worker runs the workflows of an earlier release')

  const knocking = setInterval(() => void parts.breakers.knock(), KNOCK_EVERY)
  try {
    await Promise.all(workers.map(worker => worker.run()))
  } finally {
    clearInterval(knocking)
    token?.stop()
    await server?.close()
    await connection.close()
    await database.close()
    await keyStore.close()
    await erasers.close()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`)
  process.exitCode = 1
})
