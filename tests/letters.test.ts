import { createHash, createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { call } from './support/http.js'
import { Planting } from './support/planting.js'
import { expectOk, RealCase } from './support/real-case.js'

// MedCom's national test numbers: CPR keeps them free, and they fail modulus 11. Two are exempt from Digital Post in the
// simulated register, and one of them has left without an address.
const [mother, exempt, gone] = ['2911829996', '1502829995', '0201609995']
const today = new Date().toISOString().slice(0, 10)
const noDuty = { answer: 'no' }
const digest = (number: string) => createHash('sha256').update(number).digest('hex')

interface ShownLetter {
  readonly kind: string
  readonly to: string
  readonly letter: string
  readonly status: string
  readonly postedAt: string | null
  readonly deliveredAt: string | null
  readonly returnedAt: string | null
  readonly returnedWhy: string | null
}
const lettersOf = async (one: RealCase): Promise<readonly ShownLetter[]> =>
  ((await one.show()) as unknown as { letters: ShownLetter[] }).letters

/** A letter to somebody of the family, once it is what is waited for. */
async function letterTo(
  one: RealCase,
  to: string,
  is: (letter: ShownLetter) => boolean,
): Promise<ShownLetter> {
  for (let left = 100; left > 0; left--) {
    const found = (await lettersOf(one)).find(
      letter => letter.kind === 'informationLetter' && letter.to === to,
    )
    if (found !== undefined && is(found)) return found
    await sleep(100)
  }
  throw new Error(`no such letter to the ${to}: ${JSON.stringify(await lettersOf(one))}`)
}

/** A real case whose parents are identified, and get the letter that goes with a referral. */
async function referred(father: string): Promise<RealCase> {
  const planting = new Planting()
  const one = await RealCase.raise(planting, {})
  await one.answer('triage', { outcome: 'takenOn' })
  await one.answer('reply', {})
  await one.answer('session', { heldOn: today, present: ['mother'], dutyCheck: noDuty, end: 'consent' })
  const givers = [
    { giver: 'mother', custody: 'joint' },
    { giver: 'father', custody: 'joint' },
  ]
  await one.answer('requestConsent', { kinds: ['wellbeing'], givers, deliveredOn: today })
  const consent = await one.consent()
  for (const giver of ['mother', 'father']) {
    await expectOk(call('POST', `/consents/${consent}/give`, 'sw-anna', { giver, form: 'paper' }))
  }
  const { id } = await one.task('identify')
  await expectOk(
    call('POST', `/tasks/${id}/complete`, 'sw-anna', {
      childName: 'Prøve Barn',
      temporaryId: true,
      custodyVerified: true,
      parents: [
        { parent: 'mother', civilNumber: mother },
        { parent: 'father', civilNumber: father },
      ],
    }),
  )
  await one.answer('referral', {})
  return one
}

describe('letters to parents who are identified', () => {
  let one: RealCase
  beforeAll(async () => {
    one = await referred(exempt)
  })

  it('reach their mailbox, and the case shows when they were delivered', async () => {
    const { letter } = await letterTo(one, 'mother', ({ deliveredAt }) => deliveredAt !== null)
    const simulators = process.env['BRO_TEST_SIMULATORS_URL'] ?? ''
    const posted = (await (await fetch(`${simulators}/digital-post/ledger`)).json()) as {
      key: string
      request: { recipient: string; caseId: string }
    }[]
    expect(posted.find(({ key }) => key === letter)?.request).toMatchObject({
      recipient: digest(mother),
      caseId: one.id,
    })
  })

  it('go on paper where a parent takes no Digital Post, and nobody believes yet that they came', async () => {
    const letter = await letterTo(one, 'father', ({ postedAt }) => postedAt !== null)
    expect(letter).toMatchObject({ status: 'posted', deliveredAt: null, returnedAt: null })
    expect((await one.show()).tasks.map(({ kind }) => kind)).not.toContain('deliverLetter')
  })

  it('that the post brings back are a task for somebody, whatever was sent', async () => {
    const other = await referred(gone)
    const letter = await letterTo(other, 'father', ({ returnedAt }) => returnedAt !== null)
    expect(letter).toMatchObject({ status: 'returned', returnedWhy: 'undeliverable', deliveredAt: null })
    expect((await other.task('deliverLetter')).about).toBe('Orienteringsbrev til familien: Far')
  })
})

describe('whoever tells what became of a letter', () => {
  const url = `${process.env['BRO_TEST_API_URL'] ?? ''}/api/callbacks/letters`
  const send = (body: string, headers: Record<string, string>) =>
    fetch(url, { method: 'POST', body, headers })
  const xml = { 'content-type': 'application/xml' }
  const forged = (body: string) => {
    const seconds = Math.floor(Date.now() / 1_000)
    const digestOf = createHmac('sha256', 'a secret of somebody else’s own').update(`${seconds}.${body}`)
    return `t=${seconds},v1=${digestOf.digest('hex')}`
  }

  it.each([
    ['does not sign', '<a/>', xml, 401, 'signature-invalid'],
    [
      'signs with another secret',
      '<a/>',
      { ...xml, 'x-signature': forged('<a/>') },
      401,
      'signature-invalid',
    ],
    ['sends JSON', '{}', { 'content-type': 'application/json' }, 415, 'media-type-unsupported'],
    ['sends nothing', '', {}, 400, 'request-malformed'],
  ])('is refused when it %s', async (_, body, headers, status, code) => {
    const answer = await send(body, headers)
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code])
  })

  it('is the only one who sends XML: no other address takes it', async () => {
    const answer = await fetch(url.replace('callbacks/letters', 'concerns'), {
      method: 'POST',
      body: '<a/>',
      headers: { ...xml, 'x-brobygger-person': 'r-101001' },
    })
    expect(answer.status).toBe(415)
  })
})
