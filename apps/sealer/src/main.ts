import { HeadsFile } from '@brobygger/access-log'
import { loadConfig } from '@brobygger/config'
import { logger, metrics, serveMetrics } from '@brobygger/telemetry'
import { sealForever } from './seal-forever.js'
import { sealMetrics } from './seal-metrics.js'

/** The sealer as a process of its own: it runs until SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const config = loadConfig(process.env, 'DATABASE_URL', 'LOG_HEADS_FILE')
  const log = logger({ name: 'sealer', level: config.LOG_LEVEL })
  const registry = metrics({ service: 'sealer' })
  const ends = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => ends.abort())
  const server =
    config.METRICS_PORT === undefined
      ? undefined
      : await serveMetrics({ port: config.METRICS_PORT, host: config.API_HOST, registry })
  try {
    await sealForever({
      databaseUrl: config.DATABASE_URL,
      heads: new HeadsFile(config.LOG_HEADS_FILE),
      metrics: sealMetrics(registry),
      log,
      signal: ends.signal,
    })
  } finally {
    await server?.close()
  }
}

try {
  await main()
} catch (error) {
  process.stderr.write(`The sealer stopped: ${error instanceof Error ? error.message : 'unknown error'}\n`)
  process.exitCode = 1
}
