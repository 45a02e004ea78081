import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { repositoryFolder } from '@brobygger/config'
import { startSystem } from '@brobygger/tools'

/**
 * Starts the system once for all whole-system tests, on free ports and an empty data folder. Test files find it
 * through the environment: BRO_TEST_API_URL and the others below.
 */
export default async function start() {
  const dataDir = await mkdtemp(join(tmpdir(), 'brobygger-system-'))
  console.log(`\nStarting the system for its tests in ${dataDir}`)
  const system = await startSystem({
    dataDir,
    ui: false,
    municipalityFile: join(repositoryFolder, 'config', 'municipality.json'),
    logLevel: 'warn',
    env: process.env,
    log: line => console.log(`  ${line}`),
    onFailure: reason => {
      console.error(`The system under test has stopped: ${reason.message}`)
      process.exit(1)
    },
  })
  globalThis.systemUnderTest = system
  Object.assign(process.env, {
    BRO_TEST_DATA_DIR: dataDir,
    BRO_TEST_API_URL: system.apiUrl,
    BRO_TEST_LOGIN_URL: system.loginUrl,
    BRO_TEST_SIMULATORS_URL: system.simulatorsUrl,
    BRO_TEST_TEMPORAL_ADDRESS: system.temporalAddress,
    BRO_TEST_ADMIN_URL: system.adminUrl,
    BRO_TEST_KEYS_FILE: system.keysFile,
  })
}
