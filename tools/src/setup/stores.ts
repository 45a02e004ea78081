import { FILE_KEYS_WARNING, ensureKeyFile } from '@brobygger/codec'
import { loadMunicipality, ownerRole, setUpDatabase } from '@brobygger/database'
import { contractNames } from '@brobygger/domain/contracts'
import { runningIn, type Municipality } from '@brobygger/domain/organisation'
import { setUpKeyStore, type MasterKeysConfig } from '@brobygger/keys'
import type { Say } from '../progress.js'
import { grantEarlierOffers } from './grant-earlier-offers.js'
import { shareSearchKey } from './share-search-key.js'
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
  municipality: Municipality
  say: Say
}): Promise<StoreUrls> {
  const running = runningIn(args.municipality)
  const keys = await ensureKeyFile({
    path: args.masterKeys.KEYS_FILE,
    administrations: running,
    contracts: contractNames,
  })
  if (keys === 'made') args.say(FILE_KEYS_WARNING)
  const { adminUrl, keysAdminUrl, passwords } = args
  const { urls: data } = await setUpDatabase({ adminUrl, passwords, running })
  const { urls: keyStore } = await setUpKeyStore({ adminUrl: keysAdminUrl, passwords, running })
  await loadMunicipality({ ownerUrl: urlOf(data, ownerRole), municipality: args.municipality })
  const urls = { data, keys: keyStore }
  await shareSearchKey({ urls: keyStore, running, masterKeys: args.masterKeys })
  const granted = await grantEarlierOffers({ urls, masterKeys: args.masterKeys })
  if (granted > 0) args.say(`${granted} texts that crossed before there were grants have been granted`)
  return urls
}

export { urlOf, type StoreUrls }
