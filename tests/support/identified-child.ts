import { randomInt } from 'node:crypto'
import { call } from './http.js'
import { passesModulus11, Planting } from './planting.js'
import { expectOk, RealCase } from './real-case.js'

const today = new Date().toISOString().slice(0, 10)
const noDuty = { answer: 'no' }

/** A number that fails modulus 11, so that it was never given to anybody by that rule; another one each time. */
export function someNumber(): string {
  const number = `0101${String(randomInt(10, 25))}${String(randomInt(1000, 10_000))}`
  return passesModulus11(number) ? someNumber() : number
}

type Giver = 'mother' | 'father'

/** A real case whose child is identified, by the consent of the mother alone or of both parents. */
export async function identified({
  number = someNumber(),
  parents,
}: {
  number?: string
  parents?: Readonly<Record<Giver, string>>
} = {}): Promise<{ one: RealCase; number: string }> {
  const one = await RealCase.raise(new Planting(), {})
  await one.answer('triage', { outcome: 'takenOn' })
  await one.answer('reply', {})
  await one.answer('session', { heldOn: today, present: ['mother'], dutyCheck: noDuty, end: 'consent' })
  await consented(one, parents === undefined ? ['mother'] : ['mother', 'father'])
  const named = Object.entries(parents ?? {}).map(([parent, civilNumber]) => ({ parent, civilNumber }))
  await identify(one, { civilNumber: number, ...(named.length === 0 ? {} : { parents: named }) })
  return { one, number }
}

/** They are asked for their consent, and give it. */
export async function consented(one: RealCase, givers: readonly Giver[]): Promise<void> {
  const custody = givers.length === 1 ? 'sole' : 'joint'
  const asked = givers.map(giver => ({ giver, custody }))
  await one.answer('requestConsent', { kinds: ['wellbeing'], givers: asked, deliveredOn: today })
  const consent = await one.consent()
  for (const giver of givers)
    await expectOk(call('POST', `/consents/${consent}/give`, 'sw-anna', { giver, form: 'paper' }))
}

/** The social worker says who the child is. */
export async function identify(one: RealCase, numbers: object): Promise<void> {
  const { id } = await one.task('identify')
  const answer = { childName: 'Prøve Barn', custodyVerified: true, ...numbers }
  await expectOk(call('POST', `/tasks/${id}/complete`, 'sw-anna', answer))
}

/** The same, offered to the family group. */
export async function offered(): Promise<{ one: RealCase; number: string; offer: string }> {
  const found = await identified()
  await found.one.answer('referral', {})
  const { id } = await found.one.task('answerReferral')
  return { ...found, offer: id.replace(/\.\d+$/, '') }
}

/** The same, taken over by the family group. */
export async function takenOver(): Promise<{ one: RealCase; number: string; offer: string }> {
  const found = await offered()
  await expectOk(
    call('POST', `/handovers/${found.offer}/accept`, 'fg-gitte', {
      screening: 'noClarification',
      why: 'Familien har brug for hjælp.',
    }),
  )
  await found.one.task('firstMeeting')
  return found
}
