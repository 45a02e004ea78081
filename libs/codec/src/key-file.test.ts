import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { ensureKeyFile } from './ensure-key-file.js'
import { readKeyFile } from './key-file.js'

const needs = { administrations: ['children-and-youth', 'social-services'], contracts: ['referral'] }
let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brobygger-keys-'))
  path = join(folder, 'deep', 'keys.json')
})
afterEach(() => rm(folder, { recursive: true }))

describe('key file', () => {
  it('is made once, for its owner only, with every key that is needed', async () => {
    expect(await ensureKeyFile({ path, ...needs })).toBe('made')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(Object.keys((await readKeyFile(path)).keys).sort()).toEqual([
      'administration:children-and-youth',
      'administration:social-services',
      'master',
      'master:children-and-youth',
      'master:social-services',
      'transit:referral:children-and-youth',
      'transit:referral:social-services',
    ])
    const first = await readFile(path, 'utf8')
    expect(await ensureKeyFile({ path, ...needs })).toBe('complete')
    expect(await readFile(path, 'utf8')).toBe(first)
  })

  it('gains keys for a contract that came later and keeps the old ones', async () => {
    await ensureKeyFile({ path, ...needs })
    const before = await readKeyFile(path)
    expect(await ensureKeyFile({ path, ...needs, contracts: ['referral', 'notification'] })).toBe('extended')
    const after = await readKeyFile(path)
    expect(after.keys).toMatchObject(before.keys)
    expect(after.keys['transit:notification:social-services']).toHaveLength(1)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('is one file with one set of keys when several start at once, and leaves no drafts', async () => {
    const ends = await Promise.all([1, 2, 3, 4, 5].map(() => ensureKeyFile({ path, ...needs })))
    expect(ends.filter(end => end === 'made')).toHaveLength(1)
    expect(ends.filter(end => end === 'complete')).toHaveLength(4)
    expect(await readdir(join(folder, 'deep'))).toEqual(['keys.json'])
  })

  it('is refused when others can read it', async () => {
    await ensureKeyFile({ path, ...needs })
    await chmod(path, 0o640)
    await expect(readKeyFile(path)).rejects.toMatchObject({ code: 'key-file-open-to-others' })
    await expect(ensureKeyFile({ path, ...needs })).rejects.toMatchObject({ code: 'key-file-open-to-others' })
  })

  it('is refused when missing', async () => {
    await expect(readKeyFile(path)).rejects.toMatchObject({ code: 'key-file-missing' })
  })

  const secret = Buffer.alloc(32, 1).toString('base64')
  const version = { id: '0123456789abcdef', created: '2027-01-14T10:00:00.000Z', secret }
  it.each([
    ['no JSON', `{"format":1,"keys":{"master":"${secret}`],
    ['an unknown format', JSON.stringify({ format: 2, keys: {} })],
    ['an unknown purpose', JSON.stringify({ format: 1, keys: { others: [version] } })],
    ['a short key', JSON.stringify({ format: 1, keys: { master: [{ ...version, secret: 'AAAA' }] } })],
    ['one id for two keys', JSON.stringify({ format: 1, keys: { master: [version, version] } })],
    ['a purpose without a key', JSON.stringify({ format: 1, keys: { master: [] } })],
  ])('is refused with %s, without quoting it', async (_, content) => {
    const file = join(folder, 'bad.json')
    await writeFile(file, content, { mode: 0o600 })
    const error: unknown = await readKeyFile(file).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'key-file-malformed' })
    expect(String(error)).not.toContain(secret)
  })
})
