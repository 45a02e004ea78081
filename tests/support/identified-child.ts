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

/** A real case whose child is identified. */
export async function identified(number = someNumber()): Promise<{ one: RealCase; number: string }> {
  const planting = new Planting()
  const one = await RealCase.raise(planting, {})
  await one.answer('triage', { outcome: 'takenOn' })
  await one.answer('reply', {})
  await one.answer('session', { heldOn: today, present: ['mother'], dutyCheck: noDuty, end: 'consent' })
  const givers = [{ giver: 'mother', custody: 'sole' }]
  await one.answer('requestConsent', { kinds: ['wellbeing'], givers, deliveredOn: today })
  const consent = await one.consent()
  await expectOk(call('POST', `/consents/${consent}/give`, 'sw-anna', { giver: 'mother', form: 'paper' }))
  const { id } = await one.task('identify')
  await expectOk(
    call('POST', `/tasks/${id}/complete`, 'sw-anna', {
      childName: 'Prøve Barn',
      civilNumber: number,
      custodyVerified: true,
    }),
  )
  return { one, number }
}

/** The same, offered to the family group. */
export async function offered(): Promise<{ one: RealCase; number: string; offer: string }> {
  const found = await identified()
  await found.one.answer('referral', {})
  const { id } = await found.one.task('answerReferral')
  return { ...found, offer: id.replace(/\.\d+$/, '') }
}
