import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { fakeProgram, pathOf, withFolder } from '../testing.js'
import { findServer } from './find-server.js'
import { cliVersion, serverVersion } from './versions.js'

const cli = (folder: string, server: string) =>
  fakeProgram(join(folder, 'temporal'), `echo "temporal version 1.9.1 (Server ${server}, UI 2.54.1)"`)
const built = (cache: string) =>
  fakeProgram(
    join(cache, `temporal-server-${serverVersion}`, 'temporal-server'),
    `echo "temporal version ${serverVersion}"`,
  )
const find = (env: Record<string, string>) => findServer({ env, say: () => undefined })

describe('findServer', () => {
  it('takes the address that is set before anything else', async () => {
    expect(await find({ TEMPORAL_ADDRESS: 'temporal:7233' })).toEqual({
      kind: 'address',
      address: 'temporal:7233',
    })
  })

  it('takes a new enough CLI on the PATH before a cached build', () =>
    withFolder(async folder => {
      await cli(folder, '1.32.1')
      await built(folder)
      const server = await find({ PATH: pathOf(folder), BROBYGGER_CACHE: folder })
      expect(server).toEqual({ kind: 'cli', binary: 'temporal', version: '1.32.1' })
    }))

  it('passes over an older CLI and takes the cached build', () =>
    withFolder(async folder => {
      await cli(folder, '1.31.0')
      const binary = await built(folder)
      const server = await find({ PATH: pathOf(folder), BROBYGGER_CACHE: folder })
      expect(server).toEqual({ kind: 'built', binary, version: serverVersion })
    }))

  it('takes a CLI that was downloaded before', () =>
    withFolder(async folder => {
      await cli(join(folder, `temporal-cli-${cliVersion}`), '1.32.0')
      const server = await find({ PATH: pathOf(), BROBYGGER_CACHE: folder })
      expect(server).toMatchObject({ kind: 'cli', version: '1.32.0' })
    }))
})
