/**
 * `npm run keys:rotate`: gives every kind of key a new version, while the system runs. `-- --continue` finishes a
 * rotation that was stopped; `-- --retire` finishes it and forgets the old versions of the master keys.
 */
import { join, resolve } from 'node:path'
import { loadConfig } from '@brobygger/config'
import { rotateMasterKeys } from './keys/rotate-master-keys.js'
import { rotatePayloads } from './keys/rotate-payloads.js'
import { parseRotationOptions } from './keys/rotation-options.js'
import type { RotationStep } from './keys/rotation-step.js'
import { readSystem } from './running-system.js'

const steps: readonly RotationStep[] = [rotateMasterKeys, rotatePayloads]

try {
  const options = parseRotationOptions(process.argv.slice(2))
  const config = loadConfig(process.env)
  const dataDir = resolve(config.DATA_DIR)
  // A system that `npm start` runs has its keys beside its data.
  const keysFile = (await readSystem(dataDir)) === undefined ? config.KEYS_FILE : join(dataDir, 'keys.json')
  for (const step of steps) {
    await step({
      config,
      keysFile,
      options,
      say: line => {
        console.log(line)
      },
    })
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.error('Nothing is lost: npm run keys:rotate -- --continue goes on from here.')
  process.exitCode = 1
}
