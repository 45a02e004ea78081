/** `npm run -s token -- PERSON [LEVEL]`: prints a token of a made-up member of staff, for calls with curl. */
import { resolve } from 'node:path'
import { loadConfig } from '@brobygger/config'
import { assurances } from '@brobygger/domain/codes'
import { personToken } from './login/person-token.js'
import { readSystem } from './running-system.js'

try {
  const [person, level = 'substantial'] = process.argv.slice(2)
  const assurance = assurances.schema.safeParse(level).data
  if (person === undefined || assurance === undefined) {
    throw new Error(`Usage: npm run -s token -- PERSON [${assurances.codes.join('|')}]`)
  }
  const system = await readSystem(resolve(loadConfig(process.env).DATA_DIR))
  if (system === undefined) throw new Error('No Brobygger runs here: npm start')
  console.log(await personToken({ issuer: system.loginUrl, person, assurance }))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
