import { KeyRing } from '@brobygger/codec'
import { connect, workerRole, type Connection } from '@brobygger/database'
import {
  administrationOfUnit,
  alwaysRunning,
  type Administration,
  type ProcessUnit,
} from '@brobygger/domain/codes'
import { chooseMasterKeys, KeyStore, type MasterKeysConfig } from '@brobygger/keys'
import { Vault } from '@brobygger/vault'
import { urlOf, type StoreUrls } from './store-urls.js'

interface Row {
  offer: string
  case_id: string
  basis: 'consent' | 'duty' | 'statutory'
  consent: string | null
  to_unit: ProcessUnit
  ref: string
  kept: boolean
}

/** What crossed before grants were, from its owner's side: texts of standing offers, and reasons of those declined. */
const WITHOUT_GRANT = `
  with crossed as (
    select offer, case_id, basis, consent, to_unit, text_ref as ref, status = 'accepted' as kept
    from brobygger.handovers
    where direction = 'sent' and status in ('offered', 'delivered', 'accepting', 'accepted')
      and (basis = 'duty' or (basis = 'consent' and consent is not null))
    union all
    select offer, case_id, 'statutory', null, 'early-help', answer_text_ref, false
    from brobygger.handovers where direction = 'received' and status = 'declined'
  )
  select crossed.* from crossed join vault.texts using (ref, case_id)
  where administration = $1 and not exists (
    select from vault.shares where shares.ref = crossed.ref and shares.offer = crossed.offer)`

/**
 * Grants what crossed between the administrations before grants were, so that nobody loses what they lawfully received.
 * Can be repeated: what has a grant is left alone.
 * @returns how many texts were granted
 */
export async function grantEarlierOffers(args: {
  urls: StoreUrls
  masterKeys: MasterKeysConfig
}): Promise<number> {
  const counts = await Promise.all(alwaysRunning.map(code => grantOf(code, args)))
  return counts.reduce((sum, count) => sum + count, 0)
}

async function grantOf(
  administration: Administration,
  { urls, masterKeys }: { urls: StoreUrls; masterKeys: MasterKeysConfig },
): Promise<number> {
  const role = workerRole(administration)
  const open = (url: string): Connection => connect({ url, max: 1 })
  const [data, store] = [open(urlOf(urls.data, role)), open(urlOf(urls.keys, role))]
  try {
    const { rows } = await data.pool.query<Row>(WITHOUT_GRANT, [administration])
    if (rows.length === 0) return 0
    const masters = chooseMasterKeys(masterKeys, [administration])
    const keys = new KeyStore({ administration, db: store.pool, masters, running: alwaysRunning })
    const format1 = await KeyRing.load(masterKeys.KEYS_FILE)
    const vault = new Vault({ stores: [{ db: data.pool, keys }], format1 })
    for (const { offer, case_id: caseId, basis, consent, to_unit: unit, ref, kept } of rows) {
      const place = { from: administration, to: administrationOfUnit[unit], caseId, offer }
      await vault.grant({ ...place, refs: [ref], basis, consent, until: null })
      if (kept) await vault.keepOnFile({ from: administration, offer, refs: [ref] })
    }
    return rows.length
  } finally {
    await Promise.all([data.close(), store.close()])
  }
}
