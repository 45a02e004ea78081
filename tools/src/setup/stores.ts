import { FILE_KEYS_WARNING, ensureKeyFile } from '@brobygger/codec'
import { ownerRole, setUpDatabase } from '@brobygger/database'
import { administrations } from '@brobygger/domain/codes'
import { contractNames } from '@brobygger/domain/contracts'
import type { Say } from '../progress.js'
import { loadMunicipalityFile } from './municipality.js'

/**
 * Brings keys, roles, schema and municipality up to date. Everything here can be done again on every start.
 *
 * @returns the database's address for each login role
 */
export async function setUpStores(args: {
  adminUrl: string
  passwords: Readonly<Record<string, string>>
  keysFile: string
  municipalityFile: string
  say: Say
}): Promise<Record<string, string>> {
  const keys = await ensureKeyFile({
    path: args.keysFile,
    administrations: administrations.codes,
    contracts: contractNames,
  })
  if (keys === 'made') args.say(FILE_KEYS_WARNING)
  const { urls } = await setUpDatabase({ adminUrl: args.adminUrl, passwords: args.passwords })
  await loadMunicipalityFile({ ownerUrl: urlOf(urls, ownerRole), file: args.municipalityFile })
  return urls
}

/** Address of the database for a role. @throws Error when set-up gave the role none */
export function urlOf(urls: Readonly<Record<string, string>>, role: string): string {
  const url = urls[role]
  if (url === undefined) throw new Error(`The database has no address for the role ${role}`)
  return url
}
