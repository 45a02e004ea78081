/** `npm run login:rotate`: gives the development login a new signing key, while it runs. */
import { resolve } from 'node:path'
import { loadConfig } from '@brobygger/config'
import { keysFileIn } from './files.js'
import { rotateKeys } from './signing-keys.js'

const { DATA_DIR } = loadConfig(process.env)
const from = await rotateKeys(keysFileIn(resolve(DATA_DIR)), new Date())
console.log(`The new key is published now and signs from ${from.toISOString()}; the old one is checked on.`)
