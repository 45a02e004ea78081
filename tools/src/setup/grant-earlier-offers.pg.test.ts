import { workerRole } from '@brobygger/database'
import { alwaysRunning } from '@brobygger/domain/codes'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startStores, type TestStores } from '../../../libs/vault/src/testing/stores.js'
import { grantEarlierOffers } from './grant-earlier-offers.js'

const [YOUTH, SOCIAL] = ['children-and-youth', 'social-services'] as const
const content = { why: 'The family asks for help in the mornings' }

let stores: TestStores
beforeAll(async () => {
  stores = await startStores()
})
afterAll(() => stores.stop())

/** An offer as 0.2.0 left it: a text of format 1 under no grant, and the owner's row of the handover. */
async function earlier(of: { caseId: string; status: string; from?: typeof YOUTH | typeof SOCIAL }) {
  const { caseId, status, from = YOUTH } = of
  const { vault } = stores.open()
  const text = { administration: from, caseId, practice: false, purpose: 'referral', content }
  const ref = await vault.put(text)
  await stores.toFormat1(ref, content)
  const [direction, column] = from === YOUTH ? ['sent', 'text_ref'] : ['received', 'answer_text_ref']
  await stores.admin.data.query(
    `insert into brobygger.handovers (administration, case_id, practice, offer, process, direction, contract, basis,
        status, to_unit, consent, offered_at, ${column})
      values ($1, $2, false, $3, $3, $4, 'referral', 'consent', $5, 'family-group', $6, now(), $7)`,
    [from, caseId, `referral-${caseId}-1`, direction, status, `consent-${caseId}-1`, ref],
  )
  return { ref, consent: `consent-${caseId}-1` }
}

describe('what crossed before there were grants', () => {
  it('stays readable for whoever received it lawfully, on its basis, and for nobody else', async () => {
    const delivered = await earlier({ caseId: 'e7qm0001', status: 'delivered' })
    const accepted = await earlier({ caseId: 'e7qm0002', status: 'accepted' })
    const revoked = await earlier({ caseId: 'e7qm0003', status: 'revoked' })
    const declined = await earlier({ caseId: 'e7qm0004', status: 'declined', from: SOCIAL })
    const urlsOf = (url: (role: string) => string) =>
      Object.fromEntries(alwaysRunning.map(code => [workerRole(code), url(workerRole(code))]))
    const args = {
      urls: { data: urlsOf(stores.server.urlOf), keys: urlsOf(stores.keysUrlOf) },
      masterKeys: { MASTER_KEYS: 'file', KEYS_FILE: stores.keysFile },
    } as const
    expect(await grantEarlierOffers(args)).toBe(3)
    expect(await grantEarlierOffers(args)).toBe(0)

    const { vault } = stores.open()
    const read = async (as: string) => {
      const refs = [delivered, accepted, revoked, declined].map(({ ref }) => ref)
      const found = await vault.getMany(refs, { as: [as] })
      return refs.map(ref => found.has(ref))
    }
    expect(await read(SOCIAL)).toEqual([true, true, false, true])
    expect(await read(YOUTH)).toEqual([true, true, true, true])
    for (const { consent } of [delivered, accepted]) {
      await vault.revoke({ from: YOUTH, by: { consent }, why: 'withdrawn' })
    }
    expect(await read(SOCIAL)).toEqual([false, true, false, true])
  })
})
