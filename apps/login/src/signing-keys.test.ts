import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { ensureKeys, PUBLISHED_BEFORE, published, rotateKeys } from './signing-keys.js'

let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brobygger-login-keys-'))
  file = join(folder, 'login', 'keys.json')
})
afterAll(() => rm(folder, { recursive: true }))

const kids = async (at: Date) => published(await ensureKeys(file), at).map(({ jwk }) => jwk.kid)

describe('the signing keys of the development login', () => {
  it('are made once, and only their owner can read them', async () => {
    const first = await ensureKeys(file)
    expect(await ensureKeys(file)).toEqual(first)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('are replaced without a moment in which a valid token is refused', async () => {
    const now = new Date()
    const [old = ''] = await kids(now)
    const from = await rotateKeys(file, now)
    const after = (milliseconds: number) => new Date(from.getTime() + milliseconds)

    // The new key is published before it signs; the old one is published after it has signed last.
    const before = await kids(after(-1))
    expect(before).toHaveLength(2)
    expect(before[0]).toBe(old)
    const since = await kids(after(0))
    expect(since).toEqual([before[1], old])
    expect(await kids(after(3_599_999))).toEqual(since)
    expect(await kids(after(3_600_000))).toEqual([before[1]])
  })

  it('leave the file when nobody needs them any more', async () => {
    const later = new Date(Date.now() + 2 * 3_600_000)
    await rotateKeys(file, later)
    expect((await ensureKeys(file)).signing).toHaveLength(2)
    expect(await kids(new Date(later.getTime() + PUBLISHED_BEFORE + 3_600_000))).toHaveLength(1)
  })
})
