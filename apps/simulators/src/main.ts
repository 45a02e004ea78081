import { loadConfig } from '@brobygger/config'
import { readInstitutions } from './municipality.js'
import { startSimulators } from './start-simulators.js'
import { readDoorCertificates } from './tls/door-certificates.js'

/**
 * The simulators as a process of their own: they run until SIGTERM or SIGINT, and finish what is under way.
 */
async function main(): Promise<void> {
  const config = loadConfig(process.env)
  const folder = config.OUTWARD_CERTIFICATES
  const { LETTER_CALLBACK_URL: callbackUrl, CALLBACK_SECRET: secret } = config
  const { SCHOOL_ABSENCE_CLIENT_ID: clientId, SCHOOL_ABSENCE_CLIENT_SECRET: clientSecret } = config
  const simulators = await startSimulators({
    port: config.SIMULATORS_PORT,
    host: config.SIMULATORS_HOST,
    dataDir: config.DATA_DIR,
    smtpPort: config.SIMULATORS_SMTP_PORT,
    ...(callbackUrl === undefined || secret === undefined ? {} : { callback: { url: callbackUrl, secret } }),
    ...(clientId === undefined || clientSecret === undefined
      ? {}
      : { schoolClient: { id: clientId, secret: clientSecret } }),
    ...(folder === undefined
      ? {}
      : { door: { port: config.SIMULATORS_DOOR_PORT, certificates: await readDoorCertificates(folder) } }),
    institutions: await readInstitutions(config.MUNICIPALITY_FILE),
  })
  process.stdout.write(`Simulators answer at ${simulators.url}\n`)
  await new Promise<void>(resolve => {
    process.once('SIGTERM', resolve)
    process.once('SIGINT', resolve)
  })
  await simulators.stop()
}

try {
  await main()
} catch (error) {
  process.stderr.write(`Simulators stopped: ${error instanceof Error ? error.message : 'unknown error'}\n`)
  process.exitCode = 1
}
