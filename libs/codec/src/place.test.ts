import { describe, expect, it } from '@jest/globals'
import type { Payload, SerializationContext } from '@temporalio/common'
import { BrobyggerCodec } from './brobygger-codec.js'
import { senderOf } from './contract-sender.js'
import { newKeyVersion, type KeyVersion } from './key-file.js'
import { KeyRing } from './key-ring.js'
import { payloadConverter } from './payload-converter.js'

const administration = 'children-and-youth'
const own = newKeyVersion()
const transit = newKeyVersion()
const codecWith = (keys: { own: KeyVersion[]; transit: KeyVersion[] }) =>
  new BrobyggerCodec({
    administration,
    ring: KeyRing.of({
      format: 1,
      keys: {
        'administration:children-and-youth': keys.own,
        'transit:referral:children-and-youth': keys.transit,
      },
    }),
  })
const codec = codecWith({ own: [own], transit: [transit] })

const workflow = (workflowId: string, namespace: string = administration): SerializationContext => ({
  type: 'workflow',
  namespace,
  workflowId,
})
const activity = (workflowId: string): SerializationContext => ({
  type: 'activity',
  namespace: administration,
  workflowId,
  activityId: '7',
  isLocal: true,
})
const raven = workflow('concern-k7qm4d2x')
const bille = workflow('concern-t4w8m2hb')

const encode = async (value: unknown, context?: SerializationContext, by = codec): Promise<Payload> =>
  (await by.encode([payloadConverter.toPayload(value)], context))[0] ?? {}
const decode = async (payload: Payload, context?: SerializationContext, by = codec): Promise<unknown> =>
  payloadConverter.fromPayload((await by.decode([payload], context))[0] ?? {})
const labelled = (payload: Payload, place: string | undefined): Payload => {
  const { 'brobygger-place': _, ...metadata } = payload.metadata ?? {}
  return {
    ...payload,
    metadata: place === undefined ? metadata : { ...metadata, 'brobygger-place': Buffer.from(place) },
  }
}

describe('a payload', () => {
  it('is read by the execution it belongs to, and by its activities', async () => {
    const payload = await encode({ step: 'triage' }, raven)
    expect(await decode(payload, raven)).toEqual({ step: 'triage' })
    expect(await decode(payload, activity('concern-k7qm4d2x'))).toEqual({ step: 'triage' })
    expect(await decode(await encode(1, activity('concern-k7qm4d2x')), raven)).toBe(1)
  })

  it('is refused in the history of another child, and in another namespace under the same id', async () => {
    const payload = await encode({ step: 'triage' }, raven)
    for (const elsewhere of [bille, workflow('concern-k7qm4d2x', 'children-and-youth-practice')]) {
      await expect(decode(payload, elsewhere)).rejects.toMatchObject({
        code: 'payload-misplaced',
        nonRetryable: true,
      })
    }
  })

  it('cannot be given another place, or none', async () => {
    const payload = await encode({ step: 'triage' }, raven)
    for (const place of ['children-and-youth/concern-t4w8m2hb', '', undefined]) {
      const forged = labelled(payload, place)
      for (const context of [bille, raven, undefined]) {
        await expect(decode(forged, context)).rejects.toMatchObject({ code: 'payload-tampered' })
      }
    }
  })

  it('is read by its key alone where nothing is known of the execution', async () => {
    expect(await decode(await encode({ step: 'triage' }, raven))).toEqual({ step: 'triage' })
  })

  it('without a place is refused by an execution', async () => {
    await expect(decode(await encode({ step: 'triage' }), raven)).rejects.toMatchObject({
      code: 'payload-misplaced',
    })
  })

  it('of a schedule is read by every run that the schedule starts', async () => {
    const payload = await encode([], workflow('daily-digest-workflow'))
    const run = workflow('daily-digest-workflow-2027-01-11T06:00:00Z')
    expect(await decode(payload, run)).toEqual([])
    await expect(
      decode(payload, workflow('visit-rounds-workflow-2027-01-11T06:00:00Z')),
    ).rejects.toMatchObject({
      code: 'payload-misplaced',
    })
  })
})

describe('a contract message', () => {
  const offer = { contract: 'referral', offer: 'referral-k7qm4d2x-1' }

  it('tells its receiver which process sent it', async () => {
    expect(senderOf(await decode(await encode(offer, raven)))).toEqual({
      administration,
      origin: { namespace: administration, workflowId: 'concern-k7qm4d2x' },
    })
  })

  it('of a handler, which knows no process, is read by whoever called it', async () => {
    expect(await decode(await encode(offer), raven)).toEqual(offer)
  })

  it('is refused when one process shows it as an answer to another', async () => {
    await expect(decode(await encode(offer, raven), bille)).rejects.toMatchObject({
      code: 'payload-misplaced',
    })
  })
})

describe('keys from before payloads were bound', () => {
  const { binds: _own, ...before } = newKeyVersion()
  const { binds: _transit, ...transitBefore } = newKeyVersion()
  const old = codecWith({ own: [before], transit: [transitBefore] })
  const rotated = codecWith({ own: [before, own], transit: [transitBefore, transit] })

  it('make payloads that the release before reads: one byte says 1, no place', async () => {
    const payload = await encode({ step: 'triage' }, raven, old)
    expect(payload.data?.[0]).toBe(1)
    expect(Object.keys(payload.metadata ?? {}).sort()).toEqual(['brobygger-key', 'encoding'])
  })

  it('keep running cases readable after a rotation, whose new payloads are bound', async () => {
    const payload = await encode({ step: 'triage' }, raven, old)
    expect(await decode(payload, raven, rotated)).toEqual({ step: 'triage' })
    await expect(decode(await encode(1, raven, rotated), bille, rotated)).rejects.toMatchObject({
      code: 'payload-misplaced',
    })
  })

  it('say nothing of the process that sent a message', async () => {
    const sent = await encode({ contract: 'referral' }, raven, old)
    expect(senderOf(await decode(sent, undefined, rotated))).toEqual({ administration, origin: undefined })
  })

  it('let no bound payload pass for an unbound one', async () => {
    const payload = await encode({ step: 'triage' }, raven, rotated)
    const data = Buffer.from(payload.data ?? [])
    data.writeUInt8(1, 0)
    await expect(decode({ ...labelled(payload, undefined), data }, bille, rotated)).rejects.toMatchObject({
      code: 'payload-malformed',
    })
  })
})
