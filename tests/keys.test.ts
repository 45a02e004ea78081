import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { call } from './support/http.js'
import { Planting } from './support/planting.js'
import { expectOk, RealCase } from './support/real-case.js'

const command = fileURLToPath(new URL('../tools/dist/keys-rotate.js', import.meta.url))
const DATA_DIR = process.env['BRO_TEST_DATA_DIR'] ?? ''

/** Runs `npm run keys:rotate` on the system under test; gives what it told. */
async function rotate(...options: string[]): Promise<string> {
  const env = { PATH: process.env['PATH'] ?? '', DATA_DIR }
  return (await promisify(execFile)(process.execPath, [command, ...options], { env })).stdout
}

async function note(one: RealCase, text: string): Promise<void> {
  await expectOk(call('POST', `/cases/${one.id}/notes`, 'sw-anna', { text }))
}

async function notesOf(one: RealCase): Promise<(string | undefined)[]> {
  const { notes, texts } = (
    await call<{ notes: { textRef: string }[]; texts: Record<string, { text?: string }> }>(
      'GET',
      `/cases/${one.id}`,
      'sw-anna',
    )
  ).body
  return notes.map(({ textRef }) => texts[textRef]?.text)
}

/** Ids of the master keys that wrap anything that may still be read; the key of a grant that has ended is seen by nobody. */
async function masterKeysInUse(): Promise<string[]> {
  const url = new URL(process.env['BRO_TEST_ADMIN_URL'] ?? '')
  url.pathname = '/brobygger_keys'
  const keys = new pg.Client({ connectionString: url.href })
  await keys.connect()
  try {
    const { rows } = await keys.query<{ id: string }>(
      `select master_key as id from keys.scopes where wrapped is not null
        union select master_key from keys.search_keys
        union select master_key from keys.valid_grants`,
    )
    return rows.map(row => row.id)
  } finally {
    await keys.end()
  }
}

describe('a rotation of the keys in the middle of running cases', () => {
  it('lets everybody read what was written before, meanwhile and after, and needs no old master key then', async () => {
    const planting = new Planting()
    const one = await RealCase.raise(planting, {})
    await note(one, 'before')
    const before = await masterKeysInUse()
    const [told] = await Promise.all([rotate(), note(one, 'meanwhile')])
    expect(told).toMatch(/children-and-youth: the master key has a new version, [0-9a-f]{16}\n/)
    expect(told).toMatch(/social-services: .*\n/)
    await note(one, 'after')
    const other = await RealCase.raise(planting, {})
    await note(other, 'in a case of after')
    expect(await rotate('--retire')).toMatch(
      /children-and-youth: [1-9]\d* old versions of the master key are gone\n/,
    )
    const after = await masterKeysInUse()
    expect(after.filter(id => before.includes(id))).toEqual([])
    expect((await notesOf(one)).sort()).toEqual(['after', 'before', 'meanwhile'])
    expect(await notesOf(other)).toEqual(['in a case of after'])
    // The case goes on.
    await one.answer('triage', { outcome: 'takenOn', adviceToo: true })
  })
})
