import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { JsonObject } from './json.js'
import { startStores, type TestStores, type TestVault } from './testing/stores.js'

const YOUTH = 'children-and-youth'
const SOCIAL = 'social-services'

let stores: TestStores
let api: TestVault
let n = 0
const newCase = () => `k7qm${String(n++).padStart(4, '0')}`

beforeAll(async () => {
  stores = await startStores()
  api = stores.open()
})
afterAll(() => stores.stop())

const input = (caseId: string, content: JsonObject = { worry: 'Comes without a lunch box' }) => ({
  administration: YOUTH,
  caseId,
  practice: false,
  purpose: 'enquiry',
  content,
})
const as = [YOUTH]
const change = (set: string, ref: string) =>
  stores.admin.data.query(`update vault.texts set ${set} where ref = $1`, [ref])

describe('texts', () => {
  it('come back as they were, whatever they were', async () => {
    const caseId = newCase()
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async dictionary => {
        const content = JSON.parse(JSON.stringify(dictionary)) as JsonObject
        const ref = await api.vault.put(input(caseId, content))
        expect(await api.vault.get({ ref, as })).toEqual(content)
      }),
    )
  })

  it('are stored encrypted under a reference that says nothing, each with a key of its own', async () => {
    const caseId = newCase()
    const refs = [await api.vault.put(input(caseId)), await api.vault.put(input(caseId))]
    expect(refs[0]).toMatch(/^v_[0-9a-hjkmnp-tv-z]{26}$/)
    expect(refs[0]).not.toBe(refs[1])
    const { rows } = await stores.admin.data.query<{ format: number; text: string; wrapped: string }>(
      `select format, encode(ciphertext, 'escape') as text, encode(wrapped_key, 'hex') as wrapped
        from vault.texts where ref = any ($1)`,
      [refs],
    )
    expect(rows.map(row => row.format)).toEqual([2, 2])
    expect(new Set(rows.map(row => row.wrapped)).size).toBe(2)
    expect(rows.map(row => row.text).join()).not.toMatch(/lunch|worry/)
  })

  it('with an id are stored once: a repeat gives the same reference and the first content', async () => {
    const caseId = newCase()
    const once = { ...input(caseId), id: 'task-2' }
    const ref = await api.vault.put(once)
    expect(await api.vault.put({ ...once, content: { worry: 'Another' } })).toBe(ref)
    expect(await api.vault.get({ ref, as })).toEqual(once.content)
    expect(await api.vault.put({ ...once, caseId: newCase() })).not.toBe(ref)
    expect(await api.vault.put({ ...once, administration: SOCIAL })).not.toBe(ref)
  })

  it('cost a round trip to the data, and to the key store the first time only', async () => {
    const { vault, trips } = stores.open()
    const caseId = newCase()
    const refs = [await vault.put(input(caseId, { number: 1 }))]
    expect(trips).toEqual({ data: 1, keys: 2 })
    refs.push(await vault.put(input(caseId, { number: 2 })))
    expect(trips).toEqual({ data: 2, keys: 2 })
    const found = await vault.getMany([...refs, 'v_00000000000000000000000000'], { as })
    expect(trips).toEqual({ data: 3, keys: 3 })
    expect(refs.map(ref => found.get(ref))).toEqual([{ number: 1 }, { number: 2 }])
    expect(found.size).toBe(2)
    await vault.getMany([], { as })
    expect(trips).toEqual({ data: 3, keys: 3 })
  })

  it('have one key however many processes write to a new case at once', async () => {
    const caseId = newCase()
    const vaults = [stores.open(), stores.open(), stores.open(YOUTH)]
    const refs = await Promise.all(vaults.map(({ vault }) => vault.put(input(caseId))))
    expect((await api.vault.getMany(refs, { as })).size).toBe(3)
  })

  it('are not found by another administration', async () => {
    const ref = await api.vault.put(input(newCase()))
    await expect(api.vault.get({ ref, as: [SOCIAL] })).rejects.toMatchObject({ code: 'vault-not-found' })
    await expect(api.vault.get({ ref, as: [] })).rejects.toMatchObject({ code: 'vault-not-found' })
    expect(await api.vault.get({ ref, as: [SOCIAL, YOUTH] })).toEqual({ worry: 'Comes without a lunch box' })
  })

  it('of an administration that a process does not serve are neither read nor written', async () => {
    const { vault } = stores.open(SOCIAL)
    await expect(vault.put(input(newCase()))).rejects.toMatchObject({ code: 'vault-not-served' })
    await expect(vault.getMany(['v_x'], { as })).rejects.toMatchObject({ code: 'vault-not-served' })
  })
})

describe('a row that was changed', () => {
  it.each(['iv', 'ciphertext', 'tag', 'wrapped_key'])('in %s is refused', async column => {
    const ref = await api.vault.put(input(newCase()))
    await change(`${column} = set_byte(${column}, 0, get_byte(${column}, 0) # 1)`, ref)
    await expect(api.vault.get({ ref, as })).rejects.toMatchObject({ code: 'vault-tampered', detail: ref })
  })

  it('to another case is refused', async () => {
    const ref = await api.vault.put(input(newCase()))
    await change(`case_id = 'zzzzzzzz'`, ref)
    await expect(api.vault.get({ ref, as })).rejects.toMatchObject({ code: 'vault-tampered' })
  })

  it('to another case and under its key is refused', async () => {
    const [ref, other] = [newCase(), newCase()]
    const moved = await api.vault.put(input(ref))
    const there = await api.vault.put(input(other))
    await change(
      `(case_id, key_id) = (select case_id, key_id from vault.texts where ref = '${there}')`,
      moved,
    )
    await expect(api.vault.get({ ref: moved, as })).rejects.toMatchObject({ code: 'vault-tampered' })
  })

  it('to another administration shows nothing there', async () => {
    const ref = await api.vault.put(input(newCase()))
    await change(`administration = '${SOCIAL}'`, ref)
    await expect(api.vault.get({ ref, as: [SOCIAL] })).rejects.toMatchObject({ code: 'vault-not-found' })
  })

  it('for another text of the same case is refused', async () => {
    const caseId = newCase()
    const one = await api.vault.put(input(caseId))
    const two = await api.vault.put(input(caseId, { worry: 'none' }))
    await stores.admin.data.query('delete from vault.texts where ref = $1', [one])
    await change(`ref = '${one}'`, two)
    await expect(api.vault.get({ ref: one, as })).rejects.toMatchObject({ code: 'vault-tampered' })
  })

  it('to an older format is refused', async () => {
    const ref = await api.vault.put(input(newCase()))
    await change('format = 1, wrapped_key = null', ref)
    await expect(api.vault.get({ ref, as })).rejects.toMatchObject({ code: 'vault-key-missing' })
  })
})

describe('drafts', () => {
  const key = { taskId: 'concern-k7qm4d2x.2', person: 'p-anna' }
  const mine = { ...key, administration: YOUTH }
  const draft = { ...mine, caseId: 'k7qm4d2x', content: { answer: 'half a sen' } }

  it('are kept encrypted per person and task, the last one counts', async () => {
    expect(await api.vault.loadDraft(mine)).toBeUndefined()
    await api.vault.saveDraft(draft)
    const savedAt = await api.vault.saveDraft({ ...draft, content: { answer: 'half a sentence' } })
    expect(await api.vault.loadDraft(mine)).toEqual({ content: { answer: 'half a sentence' }, savedAt })
    expect(await api.vault.loadDraft({ ...mine, person: 'p-bo' })).toBeUndefined()
    expect(await api.vault.loadDraft({ ...mine, administration: SOCIAL })).toBeUndefined()
    const { rows } = await stores.admin.data.query<{ text: string }>(
      `select encode(ciphertext, 'escape') as text from vault.drafts`,
    )
    expect(rows.map(row => row.text).join()).not.toContain('half')
  })

  it('are refused under another person', async () => {
    await api.vault.saveDraft(draft)
    await stores.admin.data.query(`update vault.drafts set person = 'p-bo'`)
    await expect(api.vault.loadDraft({ ...mine, person: 'p-bo' })).rejects.toMatchObject({
      code: 'vault-tampered',
    })
  })

  it('go, everybody’s, when the task is answered', async () => {
    await api.vault.saveDraft(draft)
    await api.vault.dropDrafts(mine)
    expect((await stores.admin.data.query('select from vault.drafts')).rowCount).toBe(0)
  })
})

describe('a destroyed case', () => {
  it('goes with its keys, texts, drafts and grants, and nothing else goes', async () => {
    const [caseId, other] = [newCase(), newCase()]
    const refs = [await api.vault.put(input(caseId)), await api.vault.put(input(caseId))]
    const stays = await api.vault.put(input(other))
    const facts = { name: 'Bille', cprNumber: null, temporaryId: 'midl-1', protectedAddress: true }
    await api.vault.persons.put({ ...input(caseId), relation: 'child', facts })
    await api.vault.saveDraft({ ...input(caseId), taskId: `concern-${caseId}.1`, person: 'p-anna' })
    const place = { administration: YOUTH, caseId }
    await api.vault.grant({
      refs,
      from: YOUTH,
      to: SOCIAL,
      caseId,
      offer: `referral-${caseId}`,
      basis: 'duty',
      consent: null,
      until: null,
    })
    expect(await api.vault.destroyCase(place)).toEqual({ persons: 1, texts: 2, drafts: 1, grants: 2 })
    expect(await api.vault.destroyCase(place)).toEqual({ persons: 0, texts: 0, drafts: 0, grants: 0 })
    expect((await api.vault.getMany([...refs, stays], { as })).size).toBe(1)
  })

  it('does not come back with yesterday’s backup of the data, and takes no new text', async () => {
    const caseId = newCase()
    const ref = await api.vault.put(input(caseId))
    await stores.admin.data.query('create table backup as select * from vault.texts where ref = $1', [ref])
    await api.vault.destroyCase({ administration: YOUTH, caseId })
    await stores.admin.data.query('insert into vault.texts select * from backup')
    await expect(api.vault.get({ ref, as })).rejects.toMatchObject({ code: 'vault-not-found' })
    await expect(stores.open().vault.put(input(caseId))).rejects.toMatchObject({ code: 'key-destroyed' })
    await stores.admin.data.query('drop table backup')
  })
})
