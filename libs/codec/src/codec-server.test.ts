import { describe, expect, it } from '@jest/globals'
import { BrobyggerCodec } from './brobygger-codec.js'
import { codecBody, decodePayloads, type CodecBody } from './codec-server.js'
import { newKeyVersion } from './key-file.js'
import { KeyRing } from './key-ring.js'
import { payloadConverter } from './payload-converter.js'

const ring = KeyRing.of({ format: 1, keys: { 'administration:social-services': [newKeyVersion()] } })
const stranger = KeyRing.of({ format: 1, keys: { 'administration:social-services': [newKeyVersion()] } })
const of = { ring, namespace: 'social-services' }
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64')

async function asUiSends(
  value: unknown,
  keys: KeyRing,
  namespace = 'social-services',
): Promise<CodecBody['payloads']> {
  const codec = new BrobyggerCodec({ ring: keys, administration: 'social-services' })
  const payloads = await codec.encode([payloadConverter.toPayload(value)], {
    type: 'workflow',
    namespace,
    workflowId: 'referral-k7qm4d2x-1',
  })
  return payloads.map(({ metadata, data }) => ({
    metadata: Object.fromEntries(
      Object.entries(metadata ?? {}).map(([name, bytes]) => [name, base64(bytes)]),
    ),
    data: base64(data ?? ''),
  }))
}

describe('decoding for the UI', () => {
  it('gives JSON back', async () => {
    const { body, refused } = await decodePayloads(
      { payloads: await asUiSends({ step: 'triage' }, ring) },
      of,
    )
    expect(refused).toEqual([])
    expect(body.payloads).toEqual([
      { metadata: { encoding: base64('json/plain') }, data: base64('{"step":"triage"}') },
    ])
  })

  it('leaves what it cannot read as it came, and reads the rest', async () => {
    const foreign = await asUiSends('theirs', stranger)
    const plain = [{ metadata: { encoding: base64('json/protobuf') }, data: base64('{}') }]
    const own = await asUiSends('ours', ring)
    const { body, refused } = await decodePayloads({ payloads: [...foreign, ...plain, ...own] }, of)
    expect(body.payloads.slice(0, 2)).toEqual([...foreign, ...plain])
    expect(body.payloads[2]?.data).toBe(base64('"ours"'))
    expect(refused).toEqual(['payload-key-unknown'])
  })

  it('opens nothing that was moved here from another namespace, though the key is the same', async () => {
    const practice = await asUiSends('of a practice case', ring, 'social-services-practice')
    const { body, refused } = await decodePayloads({ payloads: practice }, of)
    expect(body.payloads).toEqual(practice)
    expect(refused).toEqual(['payload-misplaced'])
  })

  it.each([[{}], [{ payloads: [{ data: '%%' }] }], [{ payloads: [1] }], [null]])(
    'refuses a body like %j',
    body => {
      expect(codecBody.safeParse(body).success).toBe(false)
    },
  )
})
