import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { vaultRole } from '@brobygger/database'
import type { PersonFacts } from './persons.js'
import { startStores, type TestStores, type TestVault } from './testing/stores.js'

const YOUTH = 'children-and-youth'
const SOCIAL = 'social-services'
// CPR numbers that fail modulus 11, so that nobody has them.
const STORM = '010117-1111'
const SISTER = '020219-2222'

let stores: TestStores
let api: TestVault
let n = 0
const newCase = () => `p7qm${String(n++).padStart(4, '0')}`

beforeAll(async () => {
  stores = await startStores()
  api = stores.open()
})
afterAll(() => stores.stop())

const facts = (more: Partial<PersonFacts> = {}): PersonFacts => ({
  name: 'Storm Eksempel',
  cprNumber: STORM,
  temporaryId: null,
  protectedAddress: false,
  address: null,
  ...more,
})
const child = (caseId: string, more: Partial<PersonFacts> = {}, administration = YOUTH) => ({
  administration,
  caseId,
  practice: false,
  relation: 'child',
  facts: facts(more),
})
const search = (number: string, as = YOUTH) => api.vault.persons.search({ as, number, practice: false })

describe('persons', () => {
  it('come back as they were, and lie encrypted', async () => {
    const caseId = newCase()
    const put = { ...child(caseId, { protectedAddress: true }), id: 'identify' }
    const id = await api.vault.persons.put(put)
    expect(await api.vault.persons.put({ ...put, facts: facts({ name: 'Another' }) })).toBe(id)
    expect(await api.vault.persons.ofCase({ administration: YOUTH, caseId })).toEqual([
      { id, relation: 'child', facts: put.facts },
    ])
    expect(await api.vault.persons.ofCase({ administration: SOCIAL, caseId })).toEqual([])
    const { rows } = await stores.admin.data.query<{ dump: string }>(
      `select string_agg(p::text || n::text || encode(p.ciphertext, 'escape'), '') as dump
        from vault.persons p join vault.person_numbers n on person = id`,
    )
    expect(rows[0]?.dump).not.toMatch(/Storm|010117/)
  })

  it('are found by their number, with or without the hyphen, in every administration and in practice apart', async () => {
    const [one, two, other] = [newCase(), newCase(), newCase()]
    const number = '030318-3333'
    const id = await api.vault.persons.put(child(one, { cprNumber: number }))
    const there = await api.vault.persons.put(child(two, { cprNumber: number }, SOCIAL))
    await api.vault.persons.put({ ...child(other, { cprNumber: number }), practice: true })
    const found = [
      { administration: YOUTH, caseId: one, practice: false, person: id },
      { administration: SOCIAL, caseId: two, practice: false, person: there },
    ]
    expect(await search(number)).toEqual(found)
    expect(await search(number.replace('-', ''))).toEqual(found)
    expect(await stores.open(SOCIAL).vault.persons.search({ as: SOCIAL, number, practice: false })).toEqual(
      found,
    )
    expect(await search(SISTER)).toEqual([])
  })

  it('are found among many numbers as the child of a real case of one’s own, in one round trip, and as nothing else', async () => {
    const [one, two, other, practised] = [newCase(), newCase(), newCase(), newCase()]
    const [pupil, mother] = ['070717-7777', '060606-6666']
    const id = await api.vault.persons.put(child(one, { cprNumber: pupil }))
    const copy = await api.vault.persons.linkCase({
      administration: YOUTH,
      id,
      caseId: two,
      relation: 'child',
    })
    await api.vault.persons.put({ ...child(two, { cprNumber: mother }), relation: 'mother' })
    await api.vault.persons.put(child(other, { cprNumber: pupil }, SOCIAL))
    await api.vault.persons.put({ ...child(practised, { cprNumber: pupil }), practice: true })
    const before = { ...api.trips }
    const numbers = [pupil, '0707177777', mother, SISTER]
    expect(await api.vault.persons.childrenAmong({ as: YOUTH, numbers })).toEqual([
      { number: '0707177777', caseId: one, person: id },
      { number: '0707177777', caseId: two, person: copy },
    ])
    expect([api.trips.data - before.data, api.trips.keys - before.keys]).toEqual([1, 0])
  })

  it('without a number have a temporary id, and are found by both when the number comes', async () => {
    const caseId = newCase()
    const temporaryId = 'midl-2027-0007'
    const id = await api.vault.persons.put(child(caseId, { cprNumber: null, temporaryId }))
    const number = '040411-4444'
    expect(await search(number)).toEqual([])
    await api.vault.persons.merge({ administration: YOUTH, id, cprNumber: number })
    await api.vault.persons.merge({ administration: YOUTH, id, cprNumber: number })
    for (const known of [number, temporaryId]) {
      expect((await search(known)).map(({ person }) => person)).toEqual([id])
    }
    const [merged] = await api.vault.persons.ofCase({ administration: YOUTH, caseId })
    expect(merged?.facts).toEqual(facts({ cprNumber: number, temporaryId }))
  })

  it('are protected from the day the register says, whatever it tells of earlier days afterwards', async () => {
    const caseId = newCase()
    const id = await api.vault.persons.put(child(caseId))
    const person = { administration: YOUTH, id }
    await api.vault.persons.protect({ ...person, isProtected: true, on: '2027-02-03' })
    await api.vault.persons.protect({ ...person, isProtected: false, on: '2027-01-05' })
    const protectedSince = facts({ protectedAddress: true, protectionOn: '2027-02-03' })
    expect((await api.vault.persons.ofCase({ administration: YOUTH, caseId }))[0]?.facts).toEqual(
      protectedSince,
    )
    await api.vault.persons.protect({ ...person, isProtected: false, on: '2027-03-01' })
    const [lifted] = await api.vault.persons.ofCase({ administration: YOUTH, caseId })
    expect(lifted?.facts.protectedAddress).toBe(false)
  })

  it('have their address from the register, and neither keep nor show it while it is protected', async () => {
    const caseId = newCase()
    const id = await api.vault.persons.put(child(caseId))
    const address = { line: 'Prøvevej 3, st.', postalCode: '9999', municipality: '101' }
    const person = { administration: YOUTH, id }
    const told = { ...person, name: 'Storm Prøvesen', isProtected: false, address }
    const known = async () => (await api.vault.persons.ofCase({ administration: YOUTH, caseId }))[0]?.facts
    await api.vault.persons.register({ ...told, on: '2027-02-01' })
    expect(await known()).toEqual(facts({ name: 'Storm Prøvesen', address }))
    await api.vault.persons.protect({ ...person, isProtected: true, on: '2027-02-03' })
    expect(await known()).toMatchObject({ address: null, protectedAddress: true })
    // What the register said the night before shows nothing and lifts nothing.
    await api.vault.persons.register({ ...told, name: null, on: '2027-02-02' })
    expect(await known()).toMatchObject({ name: 'Storm Prøvesen', address: null, protectedAddress: true })
    await api.vault.persons.protect({ ...person, isProtected: false, on: '2027-03-01' })
    expect(await known()).toMatchObject({ address: null, protectedAddress: false })
    await api.vault.persons.register({ ...told, isProtected: true, address: null, on: '2027-04-01' })
    expect(await known()).toMatchObject({ address: null, protectedAddress: true, protectionOn: '2027-04-01' })
  })

  it('with a protected address are known to every administration, from the moment it is said until it is lifted', async () => {
    const [said, told] = [newCase(), newCase()]
    const shielded = async (caseId: string) => {
      const seen = await Promise.all(
        ([YOUTH, SOCIAL] as const).map(async code =>
          stores.server
            .as(vaultRole(code))
            .pool.query<{ relation: string }>(
              'select relation from vault.protected_persons where case_id = $1',
              [caseId],
            ),
        ),
      )
      return seen.map(({ rows }) => rows.map(({ relation }) => relation))
    }
    await api.vault.persons.put(child(said, { protectedAddress: true }))
    expect(await shielded(said)).toEqual([['child'], ['child']])
    const id = await api.vault.persons.put({ ...child(told), relation: 'mother' })
    expect(await shielded(told)).toEqual([[], []])
    const person = { administration: YOUTH, id }
    for (const _ of ['once', 'again'])
      await api.vault.persons.protect({ ...person, isProtected: true, on: '2027-02-03' })
    expect(await shielded(told)).toEqual([['mother'], ['mother']])
    await api.vault.persons.protect({ ...person, isProtected: false, on: '2027-03-01' })
    expect(await shielded(told)).toEqual([[], []])
    await api.vault.destroyCase({ administration: YOUTH, caseId: said })
    expect(await shielded(said)).toEqual([[], []])
  })

  it('in another case are a copy, that stays when the first case goes', async () => {
    const [one, two] = [newCase(), newCase()]
    const number = '050512-5555'
    const id = await api.vault.persons.put(child(one, { cprNumber: number }))
    const link = { administration: YOUTH, id, caseId: two, relation: 'sibling' }
    const copy = await api.vault.persons.linkCase(link)
    expect(await api.vault.persons.linkCase(link)).toBe(copy)
    await api.vault.destroyCase({ administration: YOUTH, caseId: one })
    expect((await search(number)).map(({ caseId }) => caseId)).toEqual([two])
    expect(await api.vault.persons.ofCase({ administration: YOUTH, caseId: two })).toEqual([
      { id: copy, relation: 'sibling', facts: facts({ cprNumber: number }) },
    ])
  })

  it('of another administration cannot be opened, changed or copied', async () => {
    const caseId = newCase()
    const id = await api.vault.persons.put(child(caseId))
    const theirs = { administration: SOCIAL, id }
    const notFound = { code: 'vault-not-found' }
    await expect(api.vault.persons.merge({ ...theirs, cprNumber: SISTER })).rejects.toMatchObject(notFound)
    await expect(
      api.vault.persons.linkCase({ ...theirs, caseId: newCase(), relation: 'child' }),
    ).rejects.toMatchObject(notFound)
  })

  it('moved to another relation or case are refused', async () => {
    const caseId = newCase()
    const id = await api.vault.persons.put(child(caseId))
    await stores.admin.data.query(`update vault.persons set relation = 'mother' where id = $1`, [id])
    await expect(api.vault.persons.ofCase({ administration: YOUTH, caseId })).rejects.toMatchObject({
      code: 'vault-tampered',
    })
  })

  it('have one search key, whoever makes it first', async () => {
    const { rows } = await stores.admin.keys.query<{ administration: string }>(
      'select administration from keys.search_keys order by 1',
    )
    expect(rows.map(row => row.administration)).toEqual([YOUTH, SOCIAL])
  })
})
