import { connect, workerRole } from '@brobygger/database'
import type { Administration } from '@brobygger/domain/codes'
import { chooseMasterKeys, hasSearchKey, KeyStore, type MasterKeysConfig } from '@brobygger/keys'
import { urlOf } from './store-urls.js'

/**
 * Gives the key of the searchable hashes to administrations that run from now on, so that a person is found in all of
 * them under one number. Where nobody has the key yet, whoever needs it first makes it for all. Can be repeated.
 * @param args.urls addresses of the key store
 */
export async function shareSearchKey(args: {
  urls: Readonly<Record<string, string>>
  running: readonly Administration[]
  masterKeys: MasterKeysConfig
}): Promise<void> {
  const { urls, running, masterKeys } = args
  const opened = running.map(administration => ({
    administration,
    connection: connect({ url: urlOf(urls, workerRole(administration)), max: 1 }),
  }))
  try {
    const asked = await Promise.all(
      opened.map(async ({ administration, connection: { pool: db } }) => {
        return { administration, db, has: await hasSearchKey(db, administration) }
      }),
    )
    const holder = asked.find(({ has }) => has)
    const others = asked.filter(({ has }) => !has)
    if (holder === undefined || others.length === 0) return
    const { administration, db } = holder
    const masters = chooseMasterKeys(masterKeys, [administration])
    const keys = new KeyStore({ administration, db, masters, running })
    for (const other of others) await keys.shareSearchKey(other.administration)
  } finally {
    await Promise.all(opened.map(({ connection }) => connection.close()))
  }
}
