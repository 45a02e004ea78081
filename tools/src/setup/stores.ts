import { FILE_KEYS_WARNING, ensureKeyFile } from '@brobygger/codec'
import { ownerRole, setUpDatabase } from '@brobygger/database'
import { administrations } from '@brobygger/domain/codes'
import { contractNames } from '@brobygger/domain/contracts'
import { setUpKeyStore } from '@brobygger/keys'
import type { Say } from '../progress.js'
import { loadMunicipalityFile } from './municipality.js'

/** Addresses by login role. */
export interface StoreUrls {
  readonly data: Readonly<Record<string, string>>
  readonly keys: Readonly<Record<string, string>>
}

/**
 * Brings keys, roles, schema and municipality up to date. Everything here can be done again on every start.
 *
 * @returns the addresses of the data and of the key store for each login role
 */
export async function setUpStores(args: {
  adminUrl: string
  /** The key store's server. */
  keysAdminUrl: string
  passwords: Readonly<Record<string, string>>
  keysFile: string
  municipalityFile: string
  say: Say
}): Promise<StoreUrls> {
  const keys = await ensureKeyFile({
    path: args.keysFile,
    administrations: administrations.codes,
    contracts: contractNames,
  })
  if (keys === 'made') args.say(FILE_KEYS_WARNING)
  const { adminUrl, keysAdminUrl, passwords } = args
  const { urls: data } = await setUpDatabase({ adminUrl, passwords })
  const { urls: keyStore } = await setUpKeyStore({ adminUrl: keysAdminUrl, passwords })
  await loadMunicipalityFile({ ownerUrl: urlOf(data, ownerRole), file: args.municipalityFile })
  return { data, keys: keyStore }
}

/** Address of the database for a role. @throws Error when set-up gave the role none */
export function urlOf(urls: Readonly<Record<string, string>>, role: string): string {
  const url = urls[role]
  if (url === undefined) throw new Error(`The database has no address for the role ${role}`)
  return url
}
