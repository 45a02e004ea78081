import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryFolder } from '@brobygger/config'
import {
  referralDeclineAsV1,
  referralOffer,
  referralOfferAsV1,
  services,
  type AnyAgreed,
  type ReferralOffer,
} from '@brobygger/domain/contracts'
import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { caseHandler, caseHandlerV2 } from './case.js'
import { familyGroupHandler, familyGroupHandlerV2 } from './family-group.js'
import { familyHouseHandler } from './family-house.js'
import { hasOnlyKnownFields } from './has-only-known-fields.js'

const histories = join(repositoryFolder, 'tests', 'histories')
const stored = z.object({ data: z.base64() })
const event = z.object({
  eventId: z.string(),
  nexusOperationScheduledEventAttributes: z
    .object({ service: z.string(), operation: z.string(), input: stored })
    .optional(),
  nexusOperationCompletedEventAttributes: z
    .object({ scheduledEventId: z.string(), result: stored })
    .optional(),
})

interface Recorded {
  readonly release: string
  readonly service: string
  readonly operation: string
  readonly message: unknown
}

const json = ({ data }: z.infer<typeof stored>): unknown => JSON.parse(Buffer.from(data, 'base64').toString())

/** What crossed in the recorded histories of every release: what was asked, and what was answered. */
function recorded(): { asked: Recorded[]; answered: Recorded[] } {
  const asked: Recorded[] = []
  const answered: Recorded[] = []
  const files = readdirSync(histories, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.json'),
  )
  for (const file of files) {
    const release = file.split(/[/\\]/)[0] ?? ''
    const { events } = z
      .object({ events: z.array(event) })
      .parse(JSON.parse(readFileSync(join(histories, file), 'utf8')))
    const calls = new Map<string, { service: string; operation: string }>()
    for (const { eventId, nexusOperationScheduledEventAttributes: call } of events) {
      if (call === undefined) continue
      calls.set(eventId, call)
      asked.push({ release, service: call.service, operation: call.operation, message: json(call.input) })
    }
    for (const { nexusOperationCompletedEventAttributes: end } of events) {
      const call = end && calls.get(end.scheduledEventId)
      if (call) {
        answered.push({
          release,
          service: call.service,
          operation: call.operation,
          message: json(end.result),
        })
      }
    }
  }
  return { asked, answered }
}

function agreedOn({ service, operation }: Recorded): AnyAgreed {
  const found = Object.entries<Record<string, AnyAgreed>>(services).find(([name]) => name === service)?.[1][
    operation
  ]
  if (found === undefined) throw new Error(`nobody serves ${service}.${operation} any more`)
  return found
}

const { asked, answered } = recorded()
const offered = asked.find(({ operation }) => operation === 'offerReferral')?.message
const offer: ReferralOffer = referralOffer.parse(offered)
const document = { document: 'd1', kind: 'wellbeing', basis: 'consent' } as const

describe('the messages of released versions', () => {
  it('are recorded for the releases before this one, of every contract', () => {
    expect([...new Set(asked.map(({ release }) => release))]).toEqual(
      expect.arrayContaining(['0.1.0', '0.2.0']),
    )
    const contracts = asked.map(message => agreedOn(message).contract)
    expect(new Set(contracts)).toEqual(new Set(['referral', 'notification', 'family-house']))
    expect(answered.length).toBeGreaterThan(10)
  })

  it('are still taken by whoever serves them, with every field', () => {
    const refused = asked.filter(call => {
      const parsed = agreedOn(call).request.safeParse(call.message)
      return !parsed.success || !hasOnlyKnownFields(call.message, parsed.data)
    })
    expect(refused).toEqual([])
  })

  it('are still understood by whoever asked, as answers', () => {
    expect(answered.filter(call => !agreedOn(call).answer.safeParse(call.message).success)).toEqual([])
  })
})

describe('two versions side by side', () => {
  it('are served by the administration that was asked, every operation of both', () => {
    const handlers = [
      caseHandler,
      caseHandlerV2,
      familyGroupHandler,
      familyGroupHandlerV2,
      familyHouseHandler,
    ]
    expect(handlers.map(({ definition }) => definition.name).sort()).toEqual(Object.keys(services).sort())
    for (const { definition } of handlers) {
      const agreed = Object.entries<Record<string, AnyAgreed>>(services).find(
        ([name]) => name === definition.name,
      )
      expect(Object.keys(definition.operations).sort()).toEqual(Object.keys(agreed?.[1] ?? {}).sort())
    }
  })

  it('differ: the first refuses what only the second can say', () => {
    const second = { ...offer, attached: [document], siblings: ['t4w8m2hb'] }
    expect(services['family-group.v2'].offerReferral.request.safeParse(second).success).toBe(true)
    const first = services['family-group'].offerReferral.request.safeParse(second)
    expect(hasOnlyKnownFields(second, first.data)).toBe(false)
  })

  it('meet: an offer for a receiver that lags behind says the same in the words of the first', () => {
    const words = referralOfferAsV1({ ...offer, attached: [document], caseworker: 'fg-gitte' })
    const parsed = services['family-group'].offerReferral.request.safeParse(words)
    expect(hasOnlyKnownFields(words, parsed.data)).toBe(true)
    expect(words).toMatchObject({ offer: offer.offer, text: offer.text, consent: offer.consent })
  })

  it('do not meet where the first would hide on what basis something crosses', () => {
    expect(referralOfferAsV1({ ...offer, basis: 'override' })).toBeNull()
    expect(referralOfferAsV1({ ...offer, attached: [{ ...document, basis: 'statutory' }] })).toBeNull()
  })

  it('lose the name of the caseworker in a decline, and nothing else', () => {
    const { caseId, at, practice } = offer
    const decline = {
      contract: 'referral',
      caseId,
      offer: offer.offer,
      practice,
      at,
      reason: 'alreadyKnown',
    } as const
    expect(referralDeclineAsV1({ ...decline, caseworker: 'fg-gitte' })).toEqual(decline)
  })
})
