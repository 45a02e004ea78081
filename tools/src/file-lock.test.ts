import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { tryLock } from './file-lock.js'
import { identityOf, isAlive } from './process-identity.js'
import { withFolder } from './testing.js'

describe('tryLock', () => {
  it('refuses a second holder and passes on the first one’s note', () =>
    withFolder(async folder => {
      const file = join(folder, 'lock')
      const first = await tryLock({ file, note: 'http://127.0.0.1:3000' })
      expect(first).toHaveProperty('release')
      expect(await tryLock({ file, note: 'second' })).toMatchObject({ note: 'http://127.0.0.1:3000' })
    }))

  it('can be taken again after it was released', () =>
    withFolder(async folder => {
      const file = join(folder, 'lock')
      const first = await tryLock({ file, note: '' })
      if ('release' in first) await first.release()
      expect(await tryLock({ file, note: '' })).toHaveProperty('release')
    }))

  it.each([
    ['whose owner is gone', JSON.stringify({ owner: { pid: 2 ** 22 + 1, started: '1' }, note: '' })],
    [
      'whose number belongs to another process by now',
      JSON.stringify({ owner: { pid: process.pid, started: '1' }, note: '' }),
    ],
    ['that was never finished', '{"own'],
  ])('takes over a lock %s', (_, content) =>
    withFolder(async folder => {
      const file = join(folder, 'lock')
      await writeFile(file, content)
      expect(await tryLock({ file, note: '' })).toHaveProperty('release')
    }),
  )
})

describe('identityOf', () => {
  it('knows this process again, and no process that does not run', async () => {
    const identity = await identityOf(process.pid)
    expect(identity && (await isAlive(identity))).toBe(true)
    expect(await identityOf(2 ** 22 + 1)).toBeUndefined()
  })
})
