import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { Payload } from '@temporalio/common'
import { BrobyggerCodec } from './brobygger-codec.js'
import { ensureKeyFile } from './ensure-key-file.js'
import { readKeyFile } from './key-file.js'
import { KeyRing } from './key-ring.js'
import { payloadConverter } from './payload-converter.js'
import { rotatePayloadKeys } from './rotate-payload-keys.js'

const administration = 'social-services'
const needs = { administrations: ['children-and-youth', administration], contracts: ['referral'] }
let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brobygger-rotate-'))
  path = join(folder, 'keys.json')
  await ensureKeyFile({ path, ...needs })
})
afterEach(async () => {
  jest.useRealTimers()
  await rm(folder, { recursive: true })
})

const codecOf = (ring: KeyRing) =>
  new BrobyggerCodec({ ring: ring.forAdministration(administration, ['referral']), administration })
const encode = async (codec: BrobyggerCodec, value: unknown): Promise<Payload> =>
  (await codec.encode([payloadConverter.toPayload(value)]))[0] ?? {}
const decode = async (codec: BrobyggerCodec, payload: Payload): Promise<unknown> =>
  payloadConverter.fromPayload((await codec.decode([payload]))[0] ?? {})
const keyOf = ({ metadata }: Payload): string => Buffer.from(metadata?.['brobygger-key'] ?? []).toString()

describe('a rotation of the payload keys', () => {
  it('adds a version of every key but the vault’s and takes none away', async () => {
    const before = await readKeyFile(path)
    const rotated = await rotatePayloadKeys(path)
    expect(rotated.sort()).toEqual([
      'administration:children-and-youth',
      'administration:social-services',
      'transit:referral:children-and-youth',
      'transit:referral:social-services',
    ])
    const after = await readKeyFile(path)
    expect(after.keys.master).toEqual(before.keys.master)
    for (const purpose of rotated) {
      expect(after.keys[purpose]).toHaveLength(2)
      expect(after.keys[purpose]?.[0]).toEqual(before.keys[purpose]?.[0])
      expect(after.keys[purpose]?.[1]?.binds).toBe(true)
    }
  })

  it('loses no key when several change the file at once', async () => {
    await Promise.all([
      rotatePayloadKeys(path),
      ensureKeyFile({ path, ...needs, contracts: ['referral', 'notification'] }),
      rotatePayloadKeys(path),
    ])
    const { keys } = await readKeyFile(path)
    expect(keys['administration:social-services']).toHaveLength(3)
    expect(keys['transit:notification:social-services']).toBeDefined()
    expect(await readdir(folder)).toEqual(['keys.json'])
  })

  it('reaches a running process when it meets the new key, and it reads the old as before', async () => {
    const running = codecOf(await KeyRing.load(path))
    const old = await encode(running, { step: 'answer' })
    await rotatePayloadKeys(path)
    const next = await encode(codecOf(await KeyRing.load(path)), { step: 'help' })
    expect(keyOf(next)).not.toBe(keyOf(old))
    expect(await decode(running, next)).toEqual({ step: 'help' })
    expect(await decode(running, old)).toEqual({ step: 'answer' })
  })

  it('makes a running process encrypt with the new key within a second', async () => {
    const running = codecOf(await KeyRing.load(path))
    const before = keyOf(await encode(running, 1))
    await rotatePayloadKeys(path)
    const soon = Date.now() + 1_001
    jest.spyOn(Date, 'now').mockReturnValue(soon)
    expect(keyOf(await encode(running, 1))).not.toBe(before)
    jest.restoreAllMocks()
  })

  it('that leaves a file nobody can use is told, and the running process keeps its keys', async () => {
    const told: unknown[] = []
    const running = codecOf(await KeyRing.load(path, error => told.push(error)))
    const payload = await encode(running, 1)
    await writeFile(path, '{}')
    await running
      .decode([{ ...payload, metadata: { ...payload.metadata, 'brobygger-key': Buffer.from('0') } }])
      .catch(() => undefined)
    expect(told).toMatchObject([{ code: 'key-file-malformed' }])
    expect(await decode(running, payload)).toBe(1)
  })

  it('is refused without a key file, or with one that others can use', async () => {
    await expect(rotatePayloadKeys(join(folder, 'none.json'))).rejects.toMatchObject({
      code: 'key-file-missing',
    })
    await chmod(path, 0o644)
    await expect(rotatePayloadKeys(path)).rejects.toMatchObject({ code: 'key-file-open-to-others' })
    expect(await readdir(folder)).toEqual(['keys.json'])
  })
})
