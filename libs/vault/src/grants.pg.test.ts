import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { connect, vaultRole } from '@brobygger/database'
import { startStores, type TestStores, type TestVault } from './testing/stores.js'

const YOUTH = 'children-and-youth'
const SOCIAL = 'social-services'
const content = { why: 'The family asks for help in the mornings' }

let stores: TestStores
/** The sender’s worker, and the API in which the receiver reads. */
let sender: TestVault
let api: TestVault
let n = 0

beforeAll(async () => {
  stores = await startStores()
  sender = stores.open(YOUTH)
  api = stores.open()
})
afterAll(() => stores.stop())

/** A text of a new case and the terms on which it is offered. */
async function offered(terms: { until?: string; basis?: 'consent' | 'duty' } = {}) {
  const caseId = `g7qm${String(n++).padStart(4, '0')}`
  const text = { administration: YOUTH, caseId, practice: false, purpose: 'referral', content }
  const ref = await api.vault.put(text)
  const { until = null, basis = 'consent' } = terms
  const consent = basis === 'consent' ? `consent-${caseId}-1` : null
  const grant = {
    refs: [ref],
    from: YOUTH,
    to: SOCIAL,
    caseId,
    offer: `referral-${caseId}-1`,
    basis,
    consent,
    until,
  }
  return { ref, grant, consent: consent ?? '', read: () => api.vault.get({ ref, as: [SOCIAL] }) }
}
const notFound = { code: 'vault-not-found' }

describe('a granted text', () => {
  it('is read by the receiver, in one round trip to each database', async () => {
    const { ref, grant, read } = await offered()
    await expect(read()).rejects.toMatchObject(notFound)
    await sender.vault.grant(grant)
    await sender.vault.grant(grant)
    const { vault, trips } = stores.open()
    expect(await vault.get({ ref, as: [SOCIAL] })).toEqual(content)
    expect(trips).toEqual({ data: 1, keys: 1 })
  })

  it('is not read any more once the consent is withdrawn, by a process that has just read it', async () => {
    const { grant, consent, read } = await offered()
    await sender.vault.grant(grant)
    expect(await read()).toEqual(content)
    await sender.vault.revoke({ from: YOUTH, by: { consent }, why: 'withdrawn' })
    await sender.vault.revoke({ from: YOUTH, by: { consent }, why: 'withdrawn' })
    await expect(read()).rejects.toMatchObject(notFound)
  })

  it('is not read once the offer is taken back, and its offer alone ends', async () => {
    const one = await offered()
    const other = await offered()
    for (const { grant } of [one, other]) await sender.vault.grant(grant)
    await sender.vault.revoke({ from: YOUTH, by: { offer: one.grant.offer }, why: 'revoked' })
    await expect(one.read()).rejects.toMatchObject(notFound)
    expect(await other.read()).toEqual(content)
  })

  it('that arrives after the consent was withdrawn is not read', async () => {
    const { grant, consent, read } = await offered()
    await sender.vault.revoke({ from: YOUTH, by: { consent }, why: 'withdrawn' })
    await sender.vault.grant(grant)
    await expect(read()).rejects.toMatchObject(notFound)
  })

  it('ends by itself', async () => {
    const { grant, read } = await offered({ until: new Date(Date.now() + 400).toISOString() })
    await sender.vault.grant(grant)
    expect(await read()).toEqual(content)
    await new Promise(resolve => setTimeout(resolve, 450))
    await expect(read()).rejects.toMatchObject(notFound)
  })

  it('has a key that the receiver’s roles see while the grant holds, and not after', async () => {
    const { ref, grant, consent } = await offered()
    await sender.vault.grant(grant)
    const expiring = await offered({ until: new Date(Date.now() + 400).toISOString() })
    await sender.vault.grant(expiring.grant)
    const receiver = connect({ url: stores.keysUrlOf(vaultRole(SOCIAL)), max: 1 })
    const seen = async () =>
      (
        await receiver.pool.query(
          'select from keys.grant_keys join keys.grants using (id) where ref = any ($1)',
          [[ref, expiring.ref]],
        )
      ).rowCount
    expect(await seen()).toBe(2)
    await sender.vault.revoke({ from: YOUTH, by: { consent }, why: 'withdrawn' })
    expect(await seen()).toBe(1)
    await new Promise(resolve => setTimeout(resolve, 450))
    expect(await seen()).toBe(0)
    await receiver.close()
  })

  it('that was accepted stays on the receiver’s file, what was only attached does not', async () => {
    const { ref, grant, consent, read } = await offered()
    const text = {
      administration: YOUTH,
      caseId: grant.caseId,
      practice: false,
      purpose: 'document',
      content,
    }
    const attached = await api.vault.put(text)
    await sender.vault.grant({ ...grant, refs: [ref, attached] })
    await sender.vault.keepOnFile({ from: YOUTH, offer: grant.offer, refs: [ref] })
    await sender.vault.revoke({ from: YOUTH, by: { consent }, why: 'withdrawn' })
    expect(await read()).toEqual(content)
    await expect(api.vault.get({ ref: attached, as: [SOCIAL] })).rejects.toMatchObject(notFound)
  })

  it('that was accepted is on file even when that is noted after the withdrawal', async () => {
    const { ref, grant, consent, read } = await offered()
    await sender.vault.grant(grant)
    await sender.vault.revoke({ from: YOUTH, by: { consent }, why: 'withdrawn' })
    await sender.vault.keepOnFile({ from: YOUTH, offer: grant.offer, refs: [ref] })
    expect(await read()).toEqual(content)
  })

  it('goes when the sender’s case is destroyed', async () => {
    const { ref, grant, read } = await offered()
    await sender.vault.grant(grant)
    await sender.vault.keepOnFile({ from: YOUTH, offer: grant.offer, refs: [ref] })
    await sender.vault.destroyCase({ administration: YOUTH, caseId: grant.caseId })
    await expect(read()).rejects.toMatchObject(notFound)
  })
})

describe('a grant', () => {
  it.each([
    ['to another text', `ref = (select ref from keys.grants where offer = 'other')`],
    ['to another case', `case_id = 'zzzzzzzz'`],
    ['on another consent', `consent = 'consent-zzzzzzzz-1'`],
    ['on another basis', `basis = 'duty', consent = null`],
    ['for longer', `until = now() + interval '1 year'`],
  ])('that was changed %s is refused', async (_, set) => {
    const { ref, grant } = await offered({ until: new Date(Date.now() + 60_000).toISOString() })
    const other = await offered()
    await sender.vault.grant({ ...other.grant, offer: 'other' })
    await sender.vault.grant(grant)
    await stores.admin.keys.query(`update keys.grants set ${set} where ref = $1`, [ref])
    const asked = set.startsWith('ref') ? other.ref : ref
    await expect(stores.open().vault.get({ ref: asked, as: [SOCIAL] })).rejects.toMatchObject({
      code: 'key-tampered',
    })
    await stores.admin.keys.query(`delete from keys.grants where offer in ('other', $1)`, [grant.offer])
  })

  it('is for own texts of the case only', async () => {
    const { grant } = await offered()
    const other = await offered()
    await expect(sender.vault.grant({ ...grant, refs: [other.ref] })).rejects.toMatchObject(notFound)
    await expect(sender.vault.grant({ ...grant, refs: ['v_none'] })).rejects.toMatchObject(notFound)
  })

  it('cannot be made or kept by the receiver', async () => {
    const { grant, ref } = await offered()
    await sender.vault.grant(grant)
    const social = stores.open(SOCIAL)
    await expect(social.vault.grant({ ...grant, from: SOCIAL, to: YOUTH })).rejects.toMatchObject(notFound)
    await social.vault.keepOnFile({ from: SOCIAL, offer: grant.offer, refs: [ref] })
    await social.vault.revoke({ from: SOCIAL, by: { offer: grant.offer }, why: 'revoked' })
    const { rows } = await stores.admin.keys.query<{ on_file: boolean }>(
      'select on_file from keys.valid_grants where ref = $1',
      [ref],
    )
    expect(rows).toEqual([{ on_file: false }])
  })

  it('is not given to what is still in an envelope', async () => {
    const { grant } = await offered()
    const { caseId, consent } = grant
    const sealed = await api.vault.put({
      administration: YOUTH,
      caseId,
      practice: false,
      purpose: 'giver',
      content,
      scope: `envelope:${consent ?? ''}`,
    })
    await expect(sender.vault.grant({ ...grant, refs: [sealed] })).rejects.toMatchObject({
      code: 'vault-still-sealed',
    })
  })

  it('gives a text from before each had a key one of its own', async () => {
    const { grant, ref, read } = await offered()
    await stores.toFormat1(ref, content)
    expect(await api.vault.get({ ref, as: [YOUTH] })).toEqual(content)
    await sender.vault.grant(grant)
    expect(await read()).toEqual(content)
    expect(await api.vault.get({ ref, as: [YOUTH] })).toEqual(content)
  })
})

describe('an envelope', () => {
  const sealed = async () => {
    const { grant } = await offered()
    const { caseId } = grant
    const consent = `consent-${caseId}-2`
    const text = { administration: YOUTH, caseId, practice: false, purpose: 'giver', content }
    const ref = await api.vault.put({ ...text, scope: `envelope:${consent}` })
    return { ref, envelope: { administration: YOUTH, caseId, consent }, grant }
  }

  it('is destroyed with what is in it, also in a backup of the data', async () => {
    const { ref, envelope } = await sealed()
    expect(await api.vault.get({ ref, as: [YOUTH] })).toEqual(content)
    await stores.admin.data.query('create table backup as select * from vault.texts where ref = $1', [ref])
    expect(await sender.vault.destroyEnvelope(envelope)).toEqual({ texts: 1 })
    expect(await sender.vault.destroyEnvelope(envelope)).toEqual({ texts: 0 })
    await stores.admin.data.query('insert into vault.texts select * from backup; drop table backup')
    await expect(api.vault.get({ ref, as: [YOUTH] })).rejects.toMatchObject(notFound)
  })

  it('opens into its case, and from then on its texts can be granted', async () => {
    const { ref, envelope, grant } = await sealed()
    expect(await sender.vault.openEnvelope(envelope)).toEqual([ref])
    expect(await sender.vault.openEnvelope(envelope)).toEqual([])
    expect(await sender.vault.destroyEnvelope(envelope)).toEqual({ texts: 0 })
    expect(await api.vault.get({ ref, as: [YOUTH] })).toEqual(content)
    await sender.vault.grant({ ...grant, refs: [ref] })
    expect(await api.vault.get({ ref, as: [SOCIAL] })).toEqual(content)
  })
})

describe('the key store', () => {
  it('shows an administration its own scopes and grants only', async () => {
    const { grant } = await offered()
    await sender.vault.grant(grant)
    const social = connect({ url: stores.keysUrlOf(vaultRole(SOCIAL)), max: 1 })
    const of = async (table: string, column: string) => {
      const { rows } = await social.pool.query<{ who: string }>(
        `select distinct ${column} as who from keys.${table}`,
      )
      return rows.map(row => row.who)
    }
    expect(await of('scopes', 'administration')).toEqual([])
    expect(await of('grants', 'to_administration')).toEqual([SOCIAL])
    expect(await of('grant_keys', 'to_administration')).toEqual([SOCIAL])
    for (const statement of [
      `update keys.grants set until = null`,
      `delete from keys.scopes`,
      `insert into keys.revocations values ('${YOUTH}', 'offer', 'x', 'x')`,
      `insert into keys.grants values ('x', 'x', '${YOUTH}', '${SOCIAL}', 'x', 'x', 'duty')`,
    ]) {
      await expect(social.pool.query(statement)).rejects.toMatchObject({ code: '42501' })
    }
    expect((await social.pool.query(`update keys.grants set on_file = true`)).rowCount).toBe(0)
    expect((await social.pool.query(`delete from keys.grants`)).rowCount).toBe(0)
    await social.close()
  })

  it('lets the API’s other role in no more than the data’s vault does', async () => {
    const urls = [stores.server.urlOf('bro_api').replace(/brobygger$/, 'brobygger_keys')]
    const api = connect({ url: urls[0] ?? '', max: 1 })
    await expect(api.pool.query('select 1')).rejects.toMatchObject({ code: '42501' })
    await api.close()
    const { pool } = stores.server.as('bro_api')
    await expect(pool.query('select from vault.texts')).rejects.toMatchObject({ code: '42501' })
  })

  it('that cannot be reached gives a code of its own, and what it did not store is stored by a repeat', async () => {
    const { grant } = await offered()
    const { vault, cut, mend } = stores.openFragile(YOUTH)
    const text = { administration: YOUTH, caseId: grant.caseId, practice: false, purpose: 'note', content }
    cut()
    const down = { code: 'keys-unavailable' }
    await expect(vault.put({ ...text, id: 'note-1' })).rejects.toMatchObject(down)
    await expect(vault.get({ ref: grant.refs[0] ?? '', as: [YOUTH] })).rejects.toMatchObject(down)
    await expect(vault.grant(grant)).rejects.toMatchObject(down)
    mend()
    const ref = await vault.put({ ...text, id: 'note-1' })
    expect(await vault.get({ ref, as: [YOUTH] })).toEqual(content)
  })
})
