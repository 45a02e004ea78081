/** The check command: what a municipality's file sets up, or what is wrong in it. */
import { parseArgs } from 'node:util'
import { loadConfig, MunicipalityError, readMunicipality } from '@brobygger/config'
import { describeMunicipality } from './municipality/describe-municipality.js'

const help = `npm run municipality:check -- [FILE]

Says what a municipality's file sets up: administrations, units, leaders, staff, closing days, amounts. Where something
is wrong, it says so field by field instead, and ends with 1.

  FILE  the file; MUNICIPALITY_FILE, or config/municipality.json, when it is left out`

try {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  })
  if (values.help === true) console.log(help)
  else {
    const [file = loadConfig(process.env).MUNICIPALITY_FILE] = positionals
    console.log(describeMunicipality(await readMunicipality(file)))
  }
} catch (error) {
  if (!(error instanceof MunicipalityError) && !(error instanceof TypeError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
