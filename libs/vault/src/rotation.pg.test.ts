import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { FileMasterKeyVersions } from '@brobygger/keys'
import { startStores, type TestStores } from './testing/stores.js'

const YOUTH = 'children-and-youth'
const SOCIAL = 'social-services'
const CASES = 30

let stores: TestStores
beforeAll(async () => {
  stores = await startStores()
})
afterAll(() => stores.stop())

const text = (caseId: string, number: number) => ({
  administration: YOUTH,
  caseId,
  practice: false,
  purpose: 'note',
  content: { number },
})
const caseOf = (number: number) => `r7qm${String(number).padStart(4, '0')}`
const grantOf = (caseId: string, ref: string) => ({
  ...{ refs: [ref], from: YOUTH, to: SOCIAL, caseId, offer: `referral-${caseId}-1` },
  ...{ basis: 'duty' as const, consent: null, until: null },
})
const masterKeysOf = async () => {
  const { rows } = await stores.admin.keys.query<{ key: string }>(
    `select master_key as key from keys.scopes where wrapped is not null and administration = '${YOUTH}'
      union select master_key from keys.grant_keys where to_administration = '${YOUTH}'`,
  )
  return rows.map(row => row.key)
}

describe('a rotation of the master keys', () => {
  it('leaves everything readable that was written before, meanwhile and after, and needs no old version then', async () => {
    const running = stores.open()
    const refs: string[] = []
    for (let number = 0; number < CASES; number++) {
      refs.push(await running.vault.put(text(caseOf(number), number)))
    }
    const [granted = ''] = refs
    await running.vault.grant(grantOf(caseOf(0), granted))
    await stores.toFormat1(refs[1] ?? '', { number: 1 })
    const draft = { ...text(caseOf(2), 2), taskId: `concern-${caseOf(2)}.1`, person: 'p-anna' }
    await running.vault.saveDraft(draft)
    await stores.draftToFormat1(draft)
    const person = { ...text(caseOf(3), 3), relation: 'child' }
    const facts = { name: 'Raven', cprNumber: null, temporaryId: 'midl-7', protectedAddress: false }
    await running.vault.persons.put({ ...person, facts })
    await running.vault.destroyCase({ administration: YOUTH, caseId: caseOf(9) })

    // Somebody works all the while: new cases, grants, and reading.
    const stopping = new AbortController()
    let failures = 0
    const work = (async () => {
      for (let number = CASES; !stopping.signal.aborted; number++) {
        const ref = await running.vault.put(text(caseOf(number), number))
        await running.vault.grant(grantOf(caseOf(number), ref))
        refs.push(ref)
        const read = await running.vault.getMany(refs.slice(-5), { as: [SOCIAL, YOUTH] })
        if (read.size !== 5) failures++
      }
    })()
    const versions = new FileMasterKeyVersions(stores.keysFile)
    for (const administration of [YOUTH, SOCIAL] as const) {
      const operator = stores.open(administration)
      const newest = await versions.rotate(administration)
      let told = 0
      const wrapped = await operator.keys.get(administration)?.rewrap(done => (told = done))
      expect(wrapped).toBe(told)
      expect(told).toBeGreaterThan(0)
      while ((await operator.vault.renewFormat1({ administration, limit: 1 })) > 0);
      // Repeated, it finds nothing more to do.
      expect(await operator.keys.get(administration)?.rewrap(() => undefined)).toBe(0)
      if (administration === YOUTH) expect(await masterKeysOf()).toEqual([newest])
      expect(await versions.retire(administration)).toBe(1)
    }
    stopping.abort()
    await work
    expect(failures).toBe(0)

    for (const { vault } of [running, stores.open()]) {
      const own = await vault.getMany(refs, { as: [YOUTH] })
      expect(refs.flatMap((ref, number) => (own.has(ref) ? [] : [number]))).toEqual([9])
      expect(own.get(refs[1] ?? '')).toEqual({ number: 1 })
      expect(await vault.get({ ref: granted, as: [SOCIAL] })).toEqual({ number: 0 })
      expect((await vault.loadDraft(draft))?.content).toEqual({ number: 2 })
      expect(await vault.persons.search({ as: SOCIAL, number: 'midl-7', practice: false })).toHaveLength(1)
    }
    const { rows } = await stores.admin.data.query<{ format: number }>(
      'select distinct format from (select format from vault.texts union all select format from vault.drafts) all_rows',
    )
    expect(rows).toEqual([{ format: 2 }])
  })

  it('that was stopped in the middle goes on where it was', async () => {
    const { vault } = stores.open()
    const refs = await Promise.all([1, 2, 3].map(number => vault.put(text(`s7qm000${number}`, number))))
    await new FileMasterKeyVersions(stores.keysFile).rotate(YOUTH)
    const { keys } = stores.open(YOUTH)
    const stopped = keys.get(YOUTH)?.rewrap(() => {
      throw new Error('stopped by the operator')
    })
    await expect(stopped).rejects.toThrow('stopped by the operator')
    expect((await stores.open().vault.getMany(refs, { as: [YOUTH] })).size).toBe(3)
    await keys.get(YOUTH)?.rewrap(() => undefined)
    expect(await masterKeysOf()).toHaveLength(1)
    expect((await stores.open().vault.getMany(refs, { as: [YOUTH] })).size).toBe(3)
  })
})
