import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { loadConfig } from '@brobygger/config'
import { logger } from '@brobygger/telemetry'
import { gate } from './gate.js'

/** The gate before Temporal UI as a process of its own: it runs until SIGTERM or SIGINT. */
function main(): void {
  const config = loadConfig(
    process.env,
    'UI_GATE_PORT',
    'UI_GATE_TARGET',
    'UI_GATE_CODEC',
    'UI_GATE_CERTIFICATE_FILE',
    'UI_GATE_KEY_FILE',
  )
  const log = logger({ name: 'ui-gate', level: config.LOG_LEVEL })
  const failed = () => log.warn('Temporal UI did not answer')
  const identity = {
    cert: readFileSync(config.UI_GATE_CERTIFICATE_FILE),
    key: readFileSync(config.UI_GATE_KEY_FILE),
  }
  const server = createServer(
    identity,
    gate({ ui: config.UI_GATE_TARGET, codec: config.UI_GATE_CODEC, failed }),
  )
  server.on('error', error => {
    process.stderr.write(`The gate cannot listen: ${error.message}\n`)
    process.exitCode = 1
  })
  server.listen(config.UI_GATE_PORT, config.API_HOST, () => log.info('the gate before Temporal UI serves'))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      server.close()
      server.closeIdleConnections()
    })
  }
}

try {
  main()
} catch (error) {
  process.stderr.write(`The gate stopped: ${error instanceof Error ? error.message : 'unknown error'}\n`)
  process.exitCode = 1
}
