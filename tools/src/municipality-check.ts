/** The check command: what a municipality's file sets up, or what is wrong in it. */
import { parseArgs } from 'node:util'
import { loadConfig, MunicipalityError, readMunicipality } from '@brobygger/config'
import { runningIn } from '@brobygger/domain/organisation'
import { composeOverride } from './municipality/compose-override.js'
import { describeMunicipality } from './municipality/describe-municipality.js'

const help = `npm run municipality:check -- [FILE] [--compose]

Says what a municipality's file sets up: administrations, units, leaders, staff, closing days, amounts. Where something
is wrong, it says so field by field instead, and ends with 1.

  FILE       the file; MUNICIPALITY_FILE, or config/municipality.json, when it is left out
  --compose  prints what docker-compose.yml needs besides, for the administrations that the file lets run`

try {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', short: 'h' }, compose: { type: 'boolean' } },
    allowPositionals: true,
  })
  if (values.help === true) console.log(help)
  else {
    const [file = loadConfig(process.env).MUNICIPALITY_FILE] = positionals
    const municipality = await readMunicipality(file)
    console.log(
      values.compose === true
        ? JSON.stringify(composeOverride(runningIn(municipality)), undefined, 2)
        : describeMunicipality(municipality),
    )
  }
} catch (error) {
  if (!(error instanceof MunicipalityError) && !(error instanceof TypeError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
