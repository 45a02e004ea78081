import type { Person } from '@brobygger/vault'
import { type Simulation, simulation } from '@brobygger/simulators/testing'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Letter, Letters } from '../ports/letters.js'
import { KOMBI_ENTITY, sf1601DigitalPost } from './digital-post/digital-post.js'
import { uuidOfKey } from './outbound/uuid-of-key.js'
import { smtpMailer } from './email/smtp-mailer.js'
import { addressesIn } from './letters/addresses.js'
import { lettersByChannel } from './letters/letters-by-channel.js'
import { connectionsTo } from './outbound/own-certificate.js'
import { stsTokens } from './outbound/sts-tokens.js'
import { practiceLetters } from './practice-letters.js'

const reply: Letter = {
  key: 'concern-k7qm4d2x.e1',
  kind: 'reply',
  to: { role: 'raiser', person: 'staff-17' },
  caseId: 'k7qm4d2x',
  at: '2027-01-13T08:00:00.000Z',
}

/** One of MedCom's national test numbers: it fails modulus 11 and is given to nobody. */
const cprNumber = '291182-9996'
const mother: Person = {
  id: 'p_1',
  relation: 'mother',
  facts: { name: 'Kirsten Test', cprNumber, temporaryId: null, protectedAddress: false, address: null },
}
const practice = (persons: readonly Person[] = []) =>
  practiceLetters({ personsOf: () => Promise.resolve(persons) })
const contacts: Record<string, string> = { v_mail: 'kirsten@familie.example', v_phone: '12 34 56 78' }

let simulators: Simulation
const open: { close(): void }[] = []
function byChannel(): Letters {
  const dispatcher = connectionsTo('digitalPost', simulators.caller)
  const tokens = stsTokens(
    { system: 'digitalPost', baseUrl: `${simulators.doorUrl}/sts`, dispatcher },
    { cvr: '12345678', certificate: simulators.caller.certificate, entityId: KOMBI_ENTITY },
  )
  const mailer = smtpMailer({ url: simulators.smtpUrl, domain: 'bro.example', requiresTls: false })
  open.push(mailer)
  return lettersByChannel({
    addresses: addressesIn({
      staffDomain: 'bro.example',
      personsOf: async caseId => (caseId === 'k7qm4d2x' ? [mother] : []),
      contact: async ref => ({ contact: contacts[ref] ?? '' }),
    }),
    mailer,
    digitalPost: sf1601DigitalPost(
      { baseUrl: `${simulators.doorUrl}/digital-post`, dispatcher, tokens },
      { cvr: '12345678', label: 'Bro Kommune', printType: 265 },
    ),
    municipality: 'Bro Kommune',
  })
}

beforeAll(async () => {
  simulators = await simulation()
})
afterAll(async () => {
  for (const mailer of open) mailer.close()
  await simulators.stop()
})

const adapters: [string, () => Letters][] = [
  ['by the way that reaches the reader', byChannel],
  ['in practice', () => practice()],
]

describe.each(adapters)('letters %s', (_name, letters) => {
  it('are handed over, and a clock may start from no moment before they were sent', async () => {
    const receipt = await letters().send(reply)
    expect(receipt.letterId).not.toBe('')
    expect(receipt.status === 'delivered').toBe(receipt.deliveredAt !== undefined)
    expect(Date.parse(receipt.deliveredAt ?? reply.at)).toBeGreaterThanOrEqual(Date.parse(reply.at))
  })

  it.each<[string, Letter['to']]>([
    ['staff', { role: 'raiser', person: 'staff-17' }],
    ['an identified parent', { role: 'mother' }],
    ['a parent nobody can reach', { role: 'father' }],
    ['the contact a parent gave', { contactRef: 'v_mail' }],
  ])('to %s have the same id for a repeated key, and another for another', async (who, to) => {
    const letter = { ...reply, to, key: `concern-k7qm4d2x.${who.length}` }
    const first = await letters().send(letter)
    expect(await letters().send(letter)).toEqual(first)
    const other = await letters().send({ ...letter, key: `${letter.key}-2` })
    expect(other.letterId).not.toBe(first.letterId)
  })
})

describe('letters by the way that reaches the reader', () => {
  const send = (letter: Partial<Letter>) => byChannel().send({ ...reply, ...letter })
  const lastMail = async () => (await simulators.ledger('mail')).at(-1)

  it('are e-mail to staff, who read what it is behind the login', async () => {
    const { status } = await send({ key: 'concern-k7qm4d2x.e20', kind: 'consentWithdrawn' })
    expect(status).toBe('accepted')
    const mail = await lastMail()
    expect(mail).toMatchObject({ key: 'concern-k7qm4d2x.e20', request: { to: 'staff-17@bro.example' } })
    expect(JSON.stringify(mail)).toContain('k7qm4d2x')
    expect(JSON.stringify(mail)).not.toMatch(/samtykke|consent/i)
  })

  it('are Digital Post to whoever is identified', async () => {
    const receipt = await send({ key: 'concern-k7qm4d2x.e21', kind: 'consentText', to: { role: 'mother' } })
    expect(receipt).toEqual({ letterId: uuidOfKey('concern-k7qm4d2x.e21'), status: 'accepted' })
    expect(await simulators.keys('digital-post')).toContain(receipt.letterId)
  })

  it('are e-mail to the contact a parent gave, and say nothing of the case', async () => {
    await send({ key: 'concern-k7qm4d2x.e22', kind: 'consentReminder', to: { contactRef: 'v_mail' } })
    const { request } = (await lastMail()) ?? {}
    expect(request).toMatchObject({ to: 'kirsten@familie.example' })
    expect(JSON.stringify(request)).not.toMatch(/k7qm4d2x|samtykke|barn/i)
  })

  it.each<[string, Partial<Letter>]>([
    ['a parent of a case in which nobody is identified', { to: { role: 'mother' }, caseId: 'zzzz0000' }],
    ['a contact that is no e-mail address', { to: { contactRef: 'v_phone' } }],
    ['a role without a person', { to: { role: 'raiser' } }],
  ])('are for somebody to hand over to %s', async (who, letter) => {
    const before = await Promise.all([simulators.keys('mail'), simulators.keys('digital-post')])
    const receipt = await send({ ...letter, key: `concern-k7qm4d2x.h${who.length}` })
    expect(receipt).toEqual({ letterId: expect.stringMatching(/^hand-[0-9a-f]{12}$/), status: 'manual' })
    expect(await Promise.all([simulators.keys('mail'), simulators.keys('digital-post')])).toEqual(before)
  })

  it('wait while the way is closed, and go once when it opens', async () => {
    await simulators.fault('mail', { mode: 'down' })
    const letter = { key: 'concern-k7qm4d2x.e23' }
    await expect(send(letter)).rejects.toMatchObject({ code: 'unavailable', retryable: true })
    await simulators.heal('mail')
    await send(letter)
    expect((await simulators.keys('mail')).filter(key => key === letter.key)).toHaveLength(1)
  })
})

it('keeps what is sent in practice away from every system', async () => {
  const before = await simulators.keys('mail')
  await practice().send({ ...reply, key: 'concern-k7qm4d2x.practice' })
  expect(await simulators.keys('mail')).toEqual(before)
})

it('in practice are for a person to hand over where the child has no CPR number', async () => {
  const child = { ...mother, id: 'p_2', relation: 'child', facts: { ...mother.facts, cprNumber: null } }
  const to = (role: string) => ({ ...reply, kind: 'informationLetter' as const, to: { role } })
  const letters = practice([child, mother])
  expect((await letters.send(to('representative'))).status).toBe('manual')
  expect((await letters.send(to('mother'))).status).toBe('delivered')
  expect((await letters.send(reply)).status).toBe('delivered')
})
