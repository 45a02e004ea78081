import { describe, expect, it } from '@jest/globals'
import { BrobyggerCodec, KeyRing, newKeyVersion } from '@brobygger/codec'
import { payloadConverter } from '@brobygger/codec/payload-converter'
import { referralRevocation } from '@brobygger/domain/contracts'
import { receiveAt } from './receive.js'

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
}

/** Sends a message as a process of a namespace, and takes it where social services serve. */
async function send(sending: Sending = {}): Promise<unknown> {
  const { by = 'children-and-youth', namespace = by, workflowId = 'concern-k7qm4d2x' } = sending
  const payload = payloadConverter.toPayload(sending.message ?? message)
  const sent = await codec(by).encode([payload], { type: 'workflow', namespace, workflowId })
  const [received] = await codec('social-services').decode(sent)
  const value: unknown = payloadConverter.fromPayload(received ?? {})
  return receiveAt(referralRevocation, value, {
    at: sending.at ?? 'social-services',
    from: 'children-and-youth',
    speaks: 'case',
  })
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
    expect(() =>
      receiveAt(referralRevocation, message, {
        at: 'social-services',
        from: 'children-and-youth',
        speaks: 'case',
      }),
    ).toThrow('contract-sender-unknown')
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
    ['another shape', { ...message, reason: 'because' }],
    ['an offer of another case', { ...message, offer: 'referral-t4w8m2hb-1' }],
  ])('is refused with %s', async (_, wrong) => {
    await expect(send({ message: wrong })).rejects.toMatchObject({
      type: 'BAD_REQUEST',
      message: 'contract-message-invalid',
    })
  })
})
