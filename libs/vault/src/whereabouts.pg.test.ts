import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startStores, type TestStores, type TestVault } from './testing/stores.js'

const YOUTH = 'children-and-youth'
const SOCIAL = 'social-services'
const caseId = 'k7qm4d2x9a'
const other = 'k7qm4d2x9b'
const draft = { taskId: `concern-${caseId}.1`, person: 'sw-anna', administration: YOUTH, caseId }

let stores: TestStores
let api: TestVault

beforeAll(async () => {
  stores = await startStores()
  api = stores.open()
})
afterAll(() => stores.stop())

const put = (of: string, content: Record<string, string>, administration = YOUTH) =>
  api.vault.put({ administration, caseId: of, practice: false, purpose: 'completeTask', content })
const read = (ref: string, whereaboutsOf?: readonly string[], as = YOUTH) =>
  api.vault.get({ ref, as: [as], whereaboutsOf })

const contact = { 'givers.0.contact': 'mor@eksempel.example', 'givers.0.note': 'Ring efter kl. 16' }
const hidden = { 'givers.0.note': contact['givers.0.note'] }
const unfinished = { givers: [{ giver: 'mother', contact: 'Skovvej 7' }], excluded: 'Intet' }

describe('where somebody is', () => {
  it('is hidden in all administrations as soon as they are protected, also where it was written before, and shown again', async () => {
    const [own, theirs, elsewhere] = [
      await put(caseId, contact),
      await put(caseId, { childContact: 'Skovvej 7', observed: 'Uro' }, SOCIAL),
      await put(other, contact),
    ]
    await api.vault.saveDraft({ ...draft, content: unfinished })
    const readAll = async (whereaboutsOf?: readonly string[]) => [
      await read(own, whereaboutsOf),
      await read(theirs, whereaboutsOf, SOCIAL),
      (await api.vault.loadDraft({ ...draft, whereaboutsOf }))?.content,
      await read(elsewhere, whereaboutsOf),
    ]
    const all = [contact, { childContact: 'Skovvej 7', observed: 'Uro' }, unfinished, contact]
    expect(await readAll()).toEqual(all)

    const facts = { name: 'Mor', cprNumber: null, temporaryId: null, protectedAddress: true }
    const mother = { administration: YOUTH, caseId, practice: false, relation: 'mother', facts }
    const id = await api.vault.persons.put(mother)
    const shut = [hidden, { observed: 'Uro' }, { givers: [{ giver: 'mother' }], excluded: 'Intet' }, contact]
    expect(await readAll()).toEqual(shut)
    expect(await readAll([other])).toEqual(shut)
    expect(await readAll([caseId])).toEqual(all)

    await api.vault.persons.protect({ administration: YOUTH, id, isProtected: false, on: '2027-02-01' })
    expect(await readAll()).toEqual(all)
  })
})
