import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureKeyFile } from '@brobygger/codec'
import {
  FileMasterKeyVersions,
  FileMasterKeys,
  KmsMasterKeys,
  type MasterKeys,
  type MasterKeyVersions,
} from '@brobygger/keys'
import { type Simulation, simulation } from '@brobygger/simulators/testing'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

const [mine, theirs] = ['children-and-youth', 'social-services']
const plaintext = Buffer.from('a key of 32 bytes, or so they say')

let simulators: Simulation
let folder: string
const path = () => join(folder, 'keys.json')
const kms = (token: string, timeoutMs = 1_000) =>
  new KmsMasterKeys({ url: `${simulators.url}/kms`, token, timeoutMs })

beforeAll(async () => {
  simulators = await simulation()
  folder = await mkdtemp(join(tmpdir(), 'brobygger-masters-'))
  await ensureKeyFile({ path: path(), administrations: [mine, theirs], contracts: [] })
})
afterAll(async () => {
  await simulators.stop()
  await rm(folder, { recursive: true })
})

interface Adapter {
  readonly of: (...administrations: string[]) => MasterKeys
  readonly versions: () => MasterKeyVersions
}
const adapters: [string, Adapter][] = [
  [
    'in the key file',
    {
      of: (...unwraps) => new FileMasterKeys({ path: path(), unwraps }),
      versions: () => new FileMasterKeyVersions(path()),
    },
  ],
  [
    'in a key management service',
    {
      of: (...administrations) => kms(['worker', ...administrations.map(code => `master-${code}`)].join(' ')),
      versions: () => kms('admin'),
    },
  ],
]

describe.each(adapters)('master keys %s', (_, { of, versions }) => {
  it('give back what they wrapped, to whom it was wrapped for', async () => {
    const { keyId, wrapped } = await of(mine).wrap({ administration: theirs, plaintext, bound: 'x' })
    expect(wrapped.includes(plaintext)).toBe(false)
    expect(await of(theirs).unwrap({ administration: theirs, keyId, wrapped, bound: 'x' })).toEqual(plaintext)
  })

  it('are not for whoever wrapped', async () => {
    const key = await of(mine).wrap({ administration: theirs, plaintext, bound: 'x' })
    await expect(of(mine).unwrap({ administration: theirs, ...key, bound: 'x' })).rejects.toMatchObject({
      code: 'master-key-forbidden',
    })
  })

  it('refuse another binding, changed bytes and another’s key', async () => {
    const both = of(mine, theirs)
    const { keyId, wrapped } = await both.wrap({ administration: mine, plaintext, bound: 'x' })
    const tampered = Buffer.from(wrapped)
    tampered.writeUInt8(tampered.readUInt8(20) ^ 1, 20)
    const at = { administration: mine, keyId }
    for (const key of [
      { ...at, wrapped, bound: 'y' },
      { ...at, wrapped: tampered, bound: 'x' },
    ]) {
      await expect(both.unwrap(key)).rejects.toMatchObject({ code: 'key-tampered' })
    }
    await expect(both.unwrap({ administration: theirs, keyId, wrapped, bound: 'x' })).rejects.toMatchObject({
      name: 'KeysError',
    })
    await expect(
      both.unwrap({ administration: mine, keyId: '0000000000000000', wrapped, bound: 'x' }),
    ).rejects.toMatchObject({ code: 'master-key-missing' })
  })

  it('wrap under a new version at once, and open the old ones until they are retired', async () => {
    const running = of(mine)
    const old = await running.wrap({ administration: mine, plaintext, bound: 'x' })
    const version = await versions().rotate(mine)
    const renewed = await running.wrap({ administration: mine, plaintext, bound: 'x' })
    expect(renewed.keyId).toBe(version)
    expect(old.keyId).not.toBe(version)
    expect(await running.unwrap({ administration: mine, ...old, bound: 'x' })).toEqual(plaintext)
    expect(await versions().retire(mine)).toBeGreaterThanOrEqual(1)
    await expect(running.unwrap({ administration: mine, ...old, bound: 'x' })).rejects.toMatchObject({
      code: 'master-key-missing',
    })
    expect(await running.unwrap({ administration: mine, ...renewed, bound: 'x' })).toEqual(plaintext)
  })
})

describe('a key management service', () => {
  const wrap = (keys: MasterKeys) => keys.wrap({ administration: mine, plaintext, bound: 'x' })

  it.each([
    ['is down', { mode: 'down' } as const],
    ['answers nonsense', { mode: 'malformed' } as const],
    ['takes too long', { mode: 'latency', ms: 1_500 } as const],
  ])('that %s is said to be unavailable', async (_, fault) => {
    await simulators.fault('kms', fault)
    await expect(wrap(kms('worker', 300))).rejects.toMatchObject({ code: 'keys-unavailable' })
    await simulators.heal('kms')
    expect((await wrap(kms('worker'))).keyId).toMatch(/^[0-9a-f]{16}$/)
  })

  it('that nobody answers for is unavailable', async () => {
    const nowhere = new KmsMasterKeys({ url: 'http://127.0.0.1:1', token: 'worker' })
    await expect(wrap(nowhere)).rejects.toMatchObject({ code: 'keys-unavailable', detail: 'connection' })
  })

  it('rotates for no process that serves cases', async () => {
    await expect(kms(`master-${mine}`).rotate(mine)).rejects.toMatchObject({
      code: 'master-key-forbidden',
    })
  })
})
