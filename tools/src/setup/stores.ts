import { FILE_KEYS_WARNING, ensureKeyFile } from '@brobygger/codec'
import { setUpDatabase } from '@brobygger/database'
import { administrations } from '@brobygger/domain/codes'
import { contractNames } from '@brobygger/domain/contracts'
import type { Say } from '../progress.js'
import { loadDemoMunicipality } from './municipality.js'
import type { DatabaseRole } from './secrets.js'

/**
 * Brings keys, roles, schema and municipality up to date. Everything here can be done again on every start.
 *
 * @returns the database's address for each role
 */
export async function setUpStores(args: {
  adminUrl: string
  passwords: Readonly<Record<DatabaseRole, string>>
  keysFile: string
  municipalityFile: string
  say: Say
}): Promise<Record<DatabaseRole, string>> {
  const keys = await ensureKeyFile({
    path: args.keysFile,
    administrations: administrations.codes,
    contracts: contractNames,
  })
  if (keys === 'made') args.say(FILE_KEYS_WARNING)
  const { urls } = await setUpDatabase({ adminUrl: args.adminUrl, passwords: args.passwords })
  await loadDemoMunicipality({ databaseUrl: urls.bro_owner, file: args.municipalityFile })
  return urls
}
