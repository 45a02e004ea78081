import { describe, expect, it } from '@jest/globals'
import { ApplicationFailure, type Payload } from '@temporalio/common'
import fc from 'fast-check'
import { BrobyggerCodec } from './brobygger-codec.js'
import { senderOf } from './contract-sender.js'
import { encryptPayload } from './encrypted-payload.js'
import { newKeyVersion, type KeyFile } from './key-file.js'
import { KeyRing } from './key-ring.js'
import { payloadConverter } from './payload-converter.js'

const purposes = [
  'master',
  'administration:children-and-youth',
  'administration:social-services',
  'transit:referral:children-and-youth',
  'transit:referral:social-services',
  'transit:notification:children-and-youth',
] as const
const file: KeyFile = {
  format: 1,
  keys: Object.fromEntries(purposes.map(purpose => [purpose, [newKeyVersion()]])),
}
const all = KeyRing.of(file)
const party = (administration: string) =>
  new BrobyggerCodec({ ring: all.forAdministration(administration, ['referral']), administration })
const children = party('children-and-youth')
const social = party('social-services')

const encode = async (codec: BrobyggerCodec, value: unknown): Promise<Payload> =>
  only(await codec.encode([payloadConverter.toPayload(value)]))
const decode = async (codec: BrobyggerCodec, payload: Payload): Promise<unknown> =>
  payloadConverter.fromPayload(only(await codec.decode([payload])))
const only = ([payload]: Payload[]): Payload => payload ?? {}
const refusal = (codec: BrobyggerCodec, payload: Payload): Promise<unknown> =>
  codec.decode([payload]).then(
    () => 'let in',
    (error: unknown) => error,
  )
const plain = (text: string, encoding = 'json/plain'): Payload => ({
  metadata: { encoding: Buffer.from(encoding) },
  data: Buffer.from(text),
})
const flipped = (payload: Payload, at: number): Payload => {
  const data = Buffer.from(payload.data ?? [])
  data.writeUInt8(data.readUInt8(at) ^ 1, at)
  return { ...payload, data }
}
const keyIdOf = (purpose: (typeof purposes)[number]) => Buffer.from(all.newest(purpose).id)
const underKey = (payload: Payload, purpose: (typeof purposes)[number]): Payload => ({
  ...payload,
  metadata: { ...payload.metadata, 'brobygger-key': keyIdOf(purpose) },
})

describe('payloads of an administration', () => {
  it('come back as they were, whatever they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async value => {
        const expected: unknown = JSON.parse(JSON.stringify(value))
        expect(await decode(children, await encode(children, value))).toEqual(expected)
      }),
    )
  })

  it.each([[undefined], [new Uint8Array([1, 2, 3])]])('come back also as %p', async value => {
    expect(await decode(children, await encode(children, value))).toEqual(value)
  })

  it('show only that they are encrypted and with which key', async () => {
    const payload = await encode(children, { case: 'concern-k7qm4d2x' })
    expect(Object.keys(payload.metadata ?? {}).sort()).toEqual(['brobygger-key', 'encoding'])
    expect(payload.metadata?.['brobygger-key']).toEqual(keyIdOf('administration:children-and-youth'))
    expect(Buffer.from(payload.data ?? []).toString('latin1')).not.toContain('k7qm4d2x')
  })

  it('are closed to the other administration', async () => {
    expect(await refusal(social, await encode(children, { a: 1 }))).toMatchObject({
      code: 'payload-key-unknown',
    })
  })

  it('stay readable after a rotation, which new ones are encrypted with', async () => {
    const before = await encode(children, { a: 1 })
    const old = file.keys['administration:children-and-youth'] ?? []
    const next = newKeyVersion()
    const rotated = new BrobyggerCodec({
      administration: 'children-and-youth',
      ring: KeyRing.of({
        format: 1,
        keys: { ...file.keys, 'administration:children-and-youth': [...old, next] },
      }),
    })
    expect(await decode(rotated, before)).toEqual({ a: 1 })
    const after = await encode(rotated, { a: 2 })
    expect(Buffer.from(after.metadata?.['brobygger-key'] ?? []).toString()).toBe(next.id)
  })
})

describe('payloads of a contract', () => {
  const offer = { contract: 'referral', offer: 'referral-k7qm4d2x-1' }

  it('are read by both parties, and the key tells who sent them', async () => {
    for (const codec of [children, social]) {
      const received = await decode(codec, await encode(children, { ...offer, sender: 'somebody' }))
      expect(received).toEqual({ ...offer, sender: 'somebody' })
      expect(senderOf(received)).toEqual({ administration: 'children-and-youth', origin: undefined })
    }
    expect(senderOf(await decode(children, await encode(social, offer)))?.administration).toBe(
      'social-services',
    )
  })

  it('carry the sender over no copy and no further message', async () => {
    const received = await decode(social, await encode(children, offer))
    expect(senderOf(JSON.parse(JSON.stringify(received)))).toBeUndefined()
    expect(senderOf(await decode(social, await encode(social, { received })))).toBeUndefined()
  })

  it('take no sender from the metadata that came along', async () => {
    const tagged = payloadConverter.toPayload(offer)
    tagged.metadata = { ...tagged.metadata, 'brobygger-sender': Buffer.from('social-services') }
    const payload = only(await children.encode([tagged]))
    payload.metadata = { ...payload.metadata, 'brobygger-sender': Buffer.from('social-services') }
    expect(senderOf(await decode(social, payload))?.administration).toBe('children-and-youth')
  })

  it('are not encrypted for a contract that the administration has no part in', async () => {
    await expect(encode(children, { contract: 'notification' })).rejects.toMatchObject({
      code: 'key-missing',
    })
  })

  it('are refused when the key belongs to another contract', async () => {
    const payload = payloadConverter.toPayload({ contract: 'notification' })
    const forged = encryptPayload(payload, all.newest('transit:referral:children-and-youth'), undefined)
    expect(await refusal(social, forged)).toMatchObject({ code: 'payload-contract-mismatch' })
  })

  it('have no sender when the message names another contract than its key', async () => {
    const lie = payloadConverter.toPayload({ contract: 'notification' })
    lie.metadata = { ...lie.metadata, 'brobygger-contract': Buffer.from('referral') }
    const received = await decode(social, only(await children.encode([lie])))
    expect(senderOf(received)).toBeUndefined()
  })
})

describe('refused', () => {
  it('is every change of a single byte: layout version, IV, tag, ciphertext', async () => {
    const payload = await encode(children, { a: 'some content' })
    for (let at = 0; at < (payload.data?.length ?? 0); at++) {
      const code = at === 0 ? 'payload-malformed' : 'payload-tampered'
      expect(await refusal(children, flipped(payload, at))).toMatchObject({ code })
    }
  })

  it('is every shortened payload', async () => {
    const payload = await encode(children, {})
    for (let length = 0; length < (payload.data?.length ?? 0); length++) {
      const cut = { ...payload, data: Buffer.from(payload.data ?? []).subarray(0, length) }
      expect(await refusal(children, cut)).toBeInstanceOf(ApplicationFailure)
    }
  })

  it('is a payload that names another known key, the vault key, an unknown key or none', async () => {
    const payload = await encode(children, { a: 1 })
    const codec = new BrobyggerCodec({ ring: all, administration: 'children-and-youth' })
    const renamed = (id: string) => ({
      ...payload,
      metadata: { ...payload.metadata, 'brobygger-key': Buffer.from(id) },
    })
    expect(await refusal(codec, underKey(payload, 'administration:social-services'))).toMatchObject({
      code: 'payload-tampered',
    })
    expect(await refusal(codec, underKey(payload, 'master'))).toMatchObject({ code: 'payload-key-unknown' })
    expect(await refusal(codec, renamed('ffffffffffffffff'))).toMatchObject({ code: 'payload-key-unknown' })
    const { 'brobygger-key': _, ...nameless } = payload.metadata ?? {}
    expect(await refusal(codec, { ...payload, metadata: nameless })).toMatchObject({
      code: 'payload-malformed',
    })
  })

  it.each([
    ['plain JSON', plain('{"a":1}')],
    ['a null made by someone else', plain('', 'binary/null')],
    ['nothing at all', {}],
    ['a text like the constant of the server', plain('"ACTIVITY_ID_NOT_STARTED" ')],
  ])('is %s', async (_, payload) => {
    expect(await refusal(children, payload)).toMatchObject({
      code: 'payload-plaintext',
      type: 'PayloadValidationError',
      nonRetryable: true,
    })
  })

  it('is a batch with a single bad payload', async () => {
    const good = await encode(children, 1)
    await expect(children.decode([good, plain('1')])).rejects.toMatchObject({ code: 'payload-plaintext' })
  })

  it('leaves a key that may still arrive for another attempt', async () => {
    expect(await refusal(social, await encode(children, 1))).toMatchObject({ nonRetryable: false })
  })

  it('says why without saying what', async () => {
    const error = await refusal(children, plain('"a secret worry"'))
    expect(JSON.stringify(error) + String(error)).not.toContain('worry')
  })

  it('is not the one constant that the server makes', async () => {
    expect(await decode(children, plain('"ACTIVITY_ID_NOT_STARTED"'))).toBe('ACTIVITY_ID_NOT_STARTED')
  })
})
