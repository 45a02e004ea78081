import { readFile } from 'node:fs/promises'
import { BrobyggerCodec, KeyRing, newKeyVersion, rotatePayloadKeys } from '@brobygger/codec'
import { payloadConverter } from '@brobygger/codec/payload-converter'
import { contractNames } from '@brobygger/domain/contracts'
import { processId } from '@brobygger/domain/processes'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from '@temporalio/client'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { RawEngine, type Execution } from './support/engine.js'
import { Planting } from './support/planting.js'
import { RealCase } from './support/real-case.js'

const namespace = 'children-and-youth'
const keysFile = process.env['BRO_TEST_KEYS_FILE'] ?? ''
const planting = new Planting()
const concern = (caseId: string): Execution => ({
  namespace,
  workflowId: processId({ kind: 'concern', caseId }),
})

let engine: RawEngine
beforeAll(async () => {
  engine = await RawEngine.connect()
})
afterAll(() => engine.close())

/** Starts a concern with a payload of somebody's choice; the code of its refusal, `null` when it was let in. */
async function refusalOf(payload: Payload, start: Execution): Promise<string | null> {
  await engine.start(start, 'concern', payload)
  try {
    const failure = await engine.firstFailure(start)
    if (failure === null) return null
    expect(failure.applicationFailureInfo?.type).toBe('PayloadValidationError')
    return await decodedMessage(failure.encodedAttributes ?? {})
  } finally {
    await engine.terminate(start)
  }
}

/** A failure's message, as the administration itself can read it. */
async function decodedMessage(stored: Payload): Promise<string> {
  const ring = (await KeyRing.load(keysFile)).forAdministration(namespace, contractNames)
  const [decoded] = await new BrobyggerCodec({ ring, administration: namespace }).decode([stored])
  return z.object({ message: z.string() }).parse(payloadConverter.fromPayload(decoded ?? {})).message
}

const flipped = (payload: Payload): Payload => {
  const data = Buffer.from(payload.data ?? [])
  data.writeUInt8(data.readUInt8(40) ^ 1, 40)
  return { ...payload, data }
}
const labelled = (payload: Payload, place: string): Payload => ({
  ...payload,
  metadata: { ...payload.metadata, 'brobygger-place': Buffer.from(place) },
})

describe('a payload that somebody with access to the engine puts there', () => {
  let raven: RealCase
  let input: Payload
  beforeAll(async () => {
    raven = await RealCase.raise(planting, {})
    input = await engine.input(concern(raven.id))
  })

  it('is let in where it belongs: the case itself runs', async () => {
    expect(await engine.firstFailure(concern(raven.id))).toBeNull()
  })

  it('is refused when it was swapped: taken from the history of another child', async () => {
    expect(await refusalOf(input, concern('aaaaaaa2'))).toBe('A payload belongs to another execution')
  })

  it('is refused under a forged place', async () => {
    const other = concern('aaaaaaa3')
    const forged = labelled(input, `${namespace}/${other.workflowId}`)
    expect(await refusalOf(forged, other)).toBe('A payload does not fit its key')
  })

  it('is refused when one bit was changed', async () => {
    expect(await refusalOf(flipped(input), concern('aaaaaaa4'))).toBe('A payload does not fit its key')
  })

  it('is refused in plaintext', async () => {
    const plain = {
      metadata: { encoding: Buffer.from('json/plain') },
      data: Buffer.from('{"caseId":"aaaaaaa5"}'),
    }
    expect(await refusalOf(plain, concern('aaaaaaa5'))).toBe('A payload was not encrypted')
  })

  it('is refused under a key that nobody was given', async () => {
    const metadata = { ...input.metadata, 'brobygger-key': Buffer.from(newKeyVersion().id) }
    expect(await refusalOf({ ...input, metadata }, concern('aaaaaaa6'))).toBe(
      'A payload is encrypted with a key that this process does not hold',
    )
  })
})

describe('a rotation of the payload keys in the middle of running cases', () => {
  const versions = async (): Promise<string[]> => {
    const { keys } = z
      .object({ keys: z.record(z.string(), z.array(z.object({ id: z.string() }))) })
      .parse(JSON.parse(await readFile(keysFile, 'utf8')))
    return (keys[`administration:${namespace}`] ?? []).map(({ id }) => id)
  }

  it('lets the cases go on under the new key, without a restart, and reads what lies under the old', async () => {
    const case1 = await RealCase.raise(planting, {})
    const old = (await versions()).at(-1)
    expect(await engine.keyIds(concern(case1.id))).toEqual(new Set([old]))

    await rotatePayloadKeys(keysFile)
    const recent = (await versions()).at(-1)
    expect(recent).not.toBe(old)
    await sleep(1_100)

    await case1.answer('triage', { outcome: 'adviceEnough' })
    expect(await engine.keyIds(concern(case1.id))).toEqual(new Set([old, recent]))
    const case2 = await RealCase.raise(planting, {})
    expect(await engine.keyIds(concern(case2.id))).toEqual(new Set([recent]))
    expect((await case1.show()).step).toBe('advice')
  })

  it('is no gap between the administrations: a notification that began under the old keys arrives under the new', async () => {
    const noor = await RealCase.raise(planting, { mainCategory: 'violence', acute: true })
    await rotatePayloadKeys(keysFile)
    await noor.answer('notify', { identity: 'named', abuse: true, parentsTold: 'none' })
    await noor.answer('assess', { acute: false, screening: 'investigation', parentsContacted: true })
    expect((await noor.show()).responsibleAdministration).toBe('social-services')
  })
})
