import { FILE_KEYS_WARNING, ensureKeyFile } from '@brobygger/codec'
import { ownerRole, setUpDatabase } from '@brobygger/database'
import { administrations } from '@brobygger/domain/codes'
import { contractNames } from '@brobygger/domain/contracts'
import { setUpKeyStore, type MasterKeysConfig } from '@brobygger/keys'
import type { Say } from '../progress.js'
import { grantEarlierOffers } from './grant-earlier-offers.js'
import { loadMunicipalityFile } from './municipality.js'
import { urlOf, type StoreUrls } from './store-urls.js'

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
  /** Where the master keys are, and the key file. */
  masterKeys: MasterKeysConfig
  municipalityFile: string
  say: Say
}): Promise<StoreUrls> {
  const keys = await ensureKeyFile({
    path: args.masterKeys.KEYS_FILE,
    administrations: administrations.codes,
    contracts: contractNames,
  })
  if (keys === 'made') args.say(FILE_KEYS_WARNING)
  const { adminUrl, keysAdminUrl, passwords } = args
  const { urls: data } = await setUpDatabase({ adminUrl, passwords })
  const { urls: keyStore } = await setUpKeyStore({ adminUrl: keysAdminUrl, passwords })
  await loadMunicipalityFile({ ownerUrl: urlOf(data, ownerRole), file: args.municipalityFile })
  const urls = { data, keys: keyStore }
  const granted = await grantEarlierOffers({ urls, masterKeys: args.masterKeys })
  if (granted > 0) args.say(`${granted} texts that crossed before there were grants have been granted`)
  return urls
}

export { urlOf, type StoreUrls }
