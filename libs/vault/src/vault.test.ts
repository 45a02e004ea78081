import { newKeyVersion, KeyRing } from '@brobygger/codec'
import { beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { JsonObject } from './json.js'
import type { Queryable } from './queryable.js'
import { Vault } from './vault.js'

type Row = Record<string, unknown>
const SEALED = ['format', 'key_id', 'iv', 'ciphertext', 'tag']
const TEXT_COLUMNS = ['ref', 'administration', 'case_id', 'practice', 'purpose', ...SEALED]
const DRAFT_COLUMNS = ['task_id', 'person', 'administration', 'case_id', ...SEALED]

/** The few statements of the vault over two maps; whole-system tests run them on PostgreSQL. */
class FakeDatabase implements Queryable {
  readonly texts = new Map<unknown, Row>()
  readonly drafts = new Map<string, Row>()
  failure: Error | undefined
  trips = 0

  async query(text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
    this.trips++
    if (this.failure !== undefined) throw this.failure
    return { rows: this.answer(text, values) }
  }

  private answer(text: string, values: unknown[]): Row[] {
    const [first, second] = values
    if (/insert into vault\.texts/.test(text)) return this.insertTexts(values as unknown[][])
    if (/from vault\.texts where ref = any/.test(text)) {
      const rows = (first as unknown[]).map(ref => this.texts.get(ref)).filter(row => row !== undefined)
      return rows.filter(row => second === null || row['administration'] === second)
    }
    if (/^delete from vault\.texts/.test(text)) this.texts.delete(first)
    if (/insert into vault\.drafts/.test(text)) {
      const row = Object.fromEntries(DRAFT_COLUMNS.map((column, index) => [column, values[index]]))
      this.drafts.set(`${String(first)}/${String(second)}`, { ...row, saved_at: new Date(0) })
      return [{ saved_at: new Date(0) }]
    }
    if (/from vault\.drafts where task_id = \$1 and person/.test(text)) {
      return [this.drafts.get(`${String(first)}/${String(second)}`)].filter(row => row !== undefined)
    }
    if (/^delete from vault\.drafts/.test(text)) remove(this.drafts, row => row['task_id'] === first)
    if (/gone_texts/.test(text)) {
      const ofCase = (row: Row) => row['administration'] === first && row['case_id'] === second
      return [{ texts: remove(this.texts, ofCase), drafts: remove(this.drafts, ofCase) }]
    }
    return []
  }

  private insertTexts(columns: unknown[][]): Row[] {
    columns[0]?.forEach((ref, index) => {
      const row = Object.fromEntries(TEXT_COLUMNS.map((name, column) => [name, columns[column]?.[index]]))
      if (!this.texts.has(ref)) this.texts.set(ref, row)
    })
    return []
  }
}

function remove<K>(rows: Map<K, Row>, gone: (row: Row) => boolean): number {
  const keys = [...rows].filter(([, row]) => gone(row)).map(([key]) => key)
  keys.forEach(key => rows.delete(key))
  return keys.length
}

const ringOf = (...masters: ReturnType<typeof newKeyVersion>[]) =>
  KeyRing.of({ format: 1, keys: { master: masters } })
const master = newKeyVersion()
const place = { administration: 'children-and-youth', caseId: 'k7qm4d2x' }
const input = {
  ...place,
  practice: false,
  purpose: 'enquiry',
  content: { worry: 'Comes without a lunch box' },
}
const draftKey = { taskId: 'concern-k7qm4d2x.2', person: 'p-anna' }

let db: FakeDatabase
let vault: Vault
beforeEach(() => {
  db = new FakeDatabase()
  vault = new Vault({ db, ring: ringOf(master) })
})
const rowOf = (ref: string): Row => db.texts.get(ref) ?? {}
const stored = () =>
  JSON.stringify([...db.texts.values(), ...db.drafts.values()], (_, value: unknown) =>
    value instanceof Uint8Array || (typeof value === 'object' && value !== null && 'data' in value)
      ? Buffer.from(value as Uint8Array).toString('latin1')
      : value,
  )

describe('texts', () => {
  it('come back as they were, whatever they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async dictionary => {
        const content = JSON.parse(JSON.stringify(dictionary)) as JsonObject
        expect(await vault.get({ ref: await vault.put({ ...input, content }) })).toEqual(content)
      }),
    )
  })

  it('are stored encrypted under a reference that says nothing', async () => {
    const ref = await vault.put(input)
    expect(ref).toMatch(/^v_[0-9a-hjkmnp-tv-z]{26}$/)
    expect(stored()).not.toContain('lunch')
    expect(stored()).not.toContain('worry')
    expect(await vault.put(input)).not.toBe(ref)
  })

  it('with an id are stored once: a repeat gives the same reference and the first content', async () => {
    const ref = await vault.put({ ...input, id: 'task-2' })
    expect(await vault.put({ ...input, id: 'task-2', content: { worry: 'Another' } })).toBe(ref)
    expect(await vault.get({ ref })).toEqual(input.content)
    expect(await vault.put({ ...input, id: 'task-2', caseId: 'zzzzzzzz' })).not.toBe(ref)
    expect(await vault.put({ ...input, id: 'task-2', administration: 'social-services' })).not.toBe(ref)
  })

  it('go in and out many at a time in one round trip, in order', async () => {
    const refs = await vault.putAll([1, 2, 3].map(number => ({ ...input, content: { number } })))
    expect(db.trips).toBe(1)
    const found = await vault.getMany([...refs, 'v_00000000000000000000000000'])
    expect(db.trips).toBe(2)
    expect(refs.map(ref => found.get(ref))).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }])
    expect(found.size).toBe(3)
  })

  it('need no round trip when there are none', async () => {
    expect(await vault.putAll([])).toEqual([])
    expect(await vault.getMany([])).toEqual(new Map())
    expect(db.trips).toBe(0)
  })

  it('are not found when asked for as another administration, or when gone', async () => {
    const ref = await vault.put(input)
    await expect(vault.get({ ref, administration: 'social-services' })).rejects.toMatchObject({
      code: 'vault-not-found',
    })
    expect(await vault.get({ ref, administration: 'children-and-youth' })).toEqual(input.content)
    await vault.delete({ ref })
    await vault.delete({ ref })
    await expect(vault.get({ ref })).rejects.toMatchObject({ code: 'vault-not-found' })
  })

  it.each(['iv', 'ciphertext', 'tag'])('are refused after a change in %s', async column => {
    const ref = await vault.put(input)
    const bytes = Buffer.from(rowOf(ref)[column] as Buffer)
    bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0)
    db.texts.set(ref, { ...rowOf(ref), [column]: bytes })
    await expect(vault.get({ ref })).rejects.toMatchObject({ code: 'vault-tampered' })
  })

  it.each([
    ['case', { case_id: 'zzzzzzzz' }],
    ['administration', { administration: 'social-services' }],
    ['format', { format: 2 }],
  ])('are refused after being moved to another %s', async (_, change) => {
    const ref = await vault.put(input)
    db.texts.set(ref, { ...rowOf(ref), ...change })
    await expect(vault.get({ ref })).rejects.toMatchObject({ code: 'vault-tampered' })
  })

  it('are refused after being swapped with another text of the same case', async () => {
    const [one, two] = (await vault.putAll([input, { ...input, content: { worry: 'none' } }])) as [
      string,
      string,
    ]
    db.texts.set(one, { ...rowOf(two), ref: one })
    await expect(vault.getMany([one])).rejects.toMatchObject({ code: 'vault-tampered', detail: one })
  })

  it('stay readable after a rotation of the master key, and not without the old one', async () => {
    const ref = await vault.put(input)
    const next = newKeyVersion()
    expect(await new Vault({ db, ring: ringOf(master, next) }).get({ ref })).toEqual(input.content)
    await expect(new Vault({ db, ring: ringOf(next) }).get({ ref })).rejects.toMatchObject({
      code: 'vault-key-missing',
    })
  })
})

describe('drafts', () => {
  const draft = { ...draftKey, ...place, content: { answer: 'half a sen' } }

  it('are kept encrypted per person and task, the last one counts', async () => {
    expect(await vault.loadDraft(draftKey)).toBeUndefined()
    await vault.saveDraft(draft)
    expect(await vault.saveDraft({ ...draft, content: { answer: 'half a sentence' } })).toBe(
      '1970-01-01T00:00:00.000Z',
    )
    expect(stored()).not.toContain('half')
    expect(await vault.loadDraft(draftKey)).toEqual({
      content: { answer: 'half a sentence' },
      savedAt: '1970-01-01T00:00:00.000Z',
    })
    expect(await vault.loadDraft({ ...draftKey, person: 'p-bo' })).toBeUndefined()
  })

  it('are refused under another person', async () => {
    await vault.saveDraft(draft)
    const row = db.drafts.get('concern-k7qm4d2x.2/p-anna') ?? {}
    db.drafts.set('concern-k7qm4d2x.2/p-bo', row)
    await expect(vault.loadDraft({ ...draftKey, person: 'p-bo' })).rejects.toMatchObject({
      code: 'vault-tampered',
    })
  })

  it('go, everybody’s, when the task is answered', async () => {
    await vault.saveDraft(draft)
    await vault.saveDraft({ ...draft, person: 'p-bo' })
    await vault.dropDrafts({ taskId: draft.taskId })
    expect(db.drafts.size).toBe(0)
  })
})

describe('a case', () => {
  it('goes with its texts and drafts, and nothing else goes', async () => {
    await vault.putAll([input, input, { ...input, caseId: 'zzzzzzzz' }])
    await vault.saveDraft({ ...draftKey, ...place, content: {} })
    expect(await vault.deleteCase(place)).toEqual({ texts: 2, drafts: 1 })
    expect(db.texts.size).toBe(1)
  })
})

describe('a database', () => {
  it.each([
    ['refuses the connection', { code: 'ECONNREFUSED' }, 'vault-unavailable'],
    ['is shutting down', { code: '57P01' }, 'vault-unavailable'],
    ['has no connection left', { code: '53300' }, 'vault-unavailable'],
    ['breaks off', { message: 'Connection terminated unexpectedly' }, 'vault-unavailable'],
    ['forbids the row', { code: '42501' }, 'vault-refused'],
  ])('that %s gives a code, and its own words are not repeated', async (_, failure, code) => {
    db.failure = Object.assign(new Error(), failure, { detail: 'Failing row contains (a secret worry)' })
    const error: unknown = await vault.put(input).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code })
    expect(JSON.stringify(error) + String(error)).not.toContain('worry')
  })
})
