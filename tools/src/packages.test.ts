import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { withFolder } from './testing.js'

interface Packages {
  packagesAreStale: (root: string) => boolean
}
const { packagesAreStale } = (await import(new URL('../packages.mjs', import.meta.url).href)) as Packages

const zod = { version: '4.0.0', integrity: 'sha512-a' }
const forMac = { version: '1.0.0', integrity: 'sha512-b', optional: true }
const wanted = { '': {}, 'libs/domain': {}, 'node_modules/zod': zod, 'node_modules/fsevents': forMac }

const stale = (installed: object | undefined) =>
  withFolder(async root => {
    await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }))
    if (installed) {
      await mkdir(join(root, 'node_modules'))
      await writeFile(
        join(root, 'node_modules', '.package-lock.json'),
        JSON.stringify({ packages: installed }),
      )
    }
    return packagesAreStale(root)
  })

describe('packagesAreStale', () => {
  it('is true on a fresh clone', async () => {
    expect(await stale(undefined)).toBe(true)
  })

  it('is false when everything is there but what other platforms need', async () => {
    expect(await stale({ 'node_modules/zod': zod })).toBe(false)
  })

  it.each([
    ['is missing', {}],
    ['has another version', { 'node_modules/zod': { ...zod, version: '3.9.9' } }],
    ['has other content', { 'node_modules/zod': { ...zod, integrity: 'sha512-c' } }],
  ])('is true when a package %s', async (_, installed) => {
    expect(await stale(installed)).toBe(true)
  })
})
