/** `npm run keys:rotate`: gives every kind of key a new version, while the system runs. */
import { join, resolve } from 'node:path'
import { loadConfig } from '@brobygger/config'
import { rotatePayloads } from './keys/rotate-payloads.js'
import type { RotationStep } from './keys/rotation-step.js'
import { readSystem } from './running-system.js'

const steps: readonly RotationStep[] = [rotatePayloads]

try {
  const config = loadConfig(process.env)
  const dataDir = resolve(config.DATA_DIR)
  // A system that `npm start` runs has its keys beside its data.
  const keysFile = (await readSystem(dataDir)) === undefined ? config.KEYS_FILE : join(dataDir, 'keys.json')
  for (const step of steps) {
    await step({
      config,
      keysFile,
      say: line => {
        console.log(line)
      },
    })
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
