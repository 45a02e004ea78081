import { describe, expect, it } from '@jest/globals'
import { BrobyggerCodec, KeyRing, newKeyVersion } from '@brobygger/codec'
import { payloadConverter } from '@brobygger/codec/payload-converter'
import { services, type ContractMessage } from '@brobygger/domain/contracts'
import { receiveAt, type Terms } from './receive.js'

const parties = ['children-and-youth', 'social-services'] as const
const ring = KeyRing.of({
  format: 1,
  keys: Object.fromEntries(
    parties.flatMap(party => [
      [`administration:${party}`, [newKeyVersion()]],
      [`transit:referral:${party}`, [newKeyVersion()]],
    ]),
  ),
})
const codec = (administration: string) => new BrobyggerCodec({ ring, administration })

const { revokeReferral: revoke, offerReferral } = services['family-group']

const message = {
  contract: 'referral',
  caseId: 'k7qm4d2x',
  offer: 'referral-k7qm4d2x-1',
  practice: false,
  at: '2027-01-11T09:00:00.000Z',
  reason: 'revoked',
}

interface Sending {
  by?: (typeof parties)[number]
  namespace?: string
  workflowId?: string
  at?: string
  message?: object
  agreed?: Terms<ContractMessage>
}

/** Sends a message as a process of a namespace, and takes it where social services serve. */
async function send(sending: Sending = {}): Promise<unknown> {
  const { by = 'children-and-youth', namespace = by, workflowId = 'concern-k7qm4d2x' } = sending
  const payload = payloadConverter.toPayload(sending.message ?? message)
  const sent = await codec(by).encode([payload], { type: 'workflow', namespace, workflowId })
  const [received] = await codec('social-services').decode(sent)
  const value: unknown = payloadConverter.fromPayload(received ?? {})
  const agreed: Terms<ContractMessage> = sending.agreed ?? revoke
  return receiveAt(sending.at ?? 'social-services', agreed, value)
}

const unauthorized = (message: string) => ({ type: 'UNAUTHORIZED', message })

describe('a contract message', () => {
  it('is taken from the process of the case that it speaks for', async () => {
    expect(await send()).toEqual(message)
  })

  it('is refused from the receiver itself, and in the clear, whatever its fields say', async () => {
    await expect(send({ by: 'social-services' })).rejects.toMatchObject(
      unauthorized('contract-sender-unknown'),
    )
    expect(() => receiveAt('social-services', revoke, message)).toThrow('contract-sender-unknown')
  })

  it.each([
    ['the process of another child', { workflowId: 'concern-t4w8m2hb' }],
    ['another kind of process of the same case', { workflowId: 'consent-k7qm4d2x-1' }],
    ['a practice case, at the real endpoint', { namespace: 'children-and-youth-practice' }],
    [
      'a practice case that says so, at the real endpoint',
      { namespace: 'children-and-youth-practice', message: { ...message, practice: true } },
    ],
    ['a real case, at the practice endpoint', { at: 'social-services-practice' }],
  ])('is refused from %s', async (_, sending) => {
    await expect(send(sending)).rejects.toMatchObject(unauthorized('contract-message-misplaced'))
  })

  it.each([
    ['another shape', 'contract-message-invalid', { ...message, reason: 'because' }],
    ['a field that may not cross', 'contract-message-invalid', { ...message, child: 'Raven' }],
    ['an offer of another case', 'contract-offer-invalid', { ...message, offer: 'referral-t4w8m2hb-1' }],
    ['more than a message holds', 'contract-message-too-large', { ...message, more: 'x'.repeat(20_000) }],
  ])('is refused with %s', async (_, code, wrong) => {
    await expect(send({ message: wrong })).rejects.toMatchObject({ type: 'BAD_REQUEST', message: code })
  })

  const offer = {
    ...message,
    reason: undefined,
    ageBand: '3-5',
    mainCategory: 'structure',
    interpreter: false,
    basis: 'consent',
    consent: 'consent-k7qm4d2x-1',
    documents: [],
    text: 'v_z3c0pd19cswea0y76h7xay56wc',
    socialWorker: 'sw-anna',
    leaders: { sender: 'tl-eva', receiver: 'fl-ida' },
  }

  it('starts a process of the kind that its id names, and no other', async () => {
    expect(await send({ agreed: offerReferral, message: offer })).toMatchObject({ offer: offer.offer })
    await expect(
      send({ agreed: offerReferral, message: { ...offer, offer: 'consent-k7qm4d2x-2' } }),
    ).rejects.toMatchObject({ message: 'contract-offer-invalid' })
  })

  it('is refused with a field that may not cross inside another', async () => {
    const leaders = { ...offer.leaders, parent: 'Bodil' }
    await expect(send({ agreed: offerReferral, message: { ...offer, leaders } })).rejects.toMatchObject({
      message: 'contract-message-invalid',
    })
  })
})
