import { call } from './http.js'
import { noDuty, PracticeCase, day } from './practice-case.js'

/** A practice case taken on after triage, with the reply given: counselling is next. */
export async function takenOn(
  form: Record<string, unknown> = {},
  outages?: Parameters<typeof PracticeCase.raise>[3],
): Promise<PracticeCase> {
  const raised = await PracticeCase.raise(
    0,
    'r-101001',
    { institution: '101001', ageBand: '3-5', mainCategory: 'structure', ...form },
    outages,
  )
  await raised.answer('triage', 'sw-anna', { outcome: 'takenOn', why: 'Vi mødes med familien.' })
  await raised.answer('reply', 'sw-anna', { reply: 'Vi tager det op.' })
  return raised
}

/** The same with a consent asked for from the mother, who has sole custody. */
export async function consentAsked(): Promise<PracticeCase> {
  const asked = await takenOn()
  await asked.answer('session', 'sw-anna', {
    heldOn: day(0),
    present: ['mother'],
    dutyCheck: noDuty,
    end: 'consent',
  })
  await asked.answer('requestConsent', 'sw-anna', {
    kinds: ['familySituation'],
    givers: [{ giver: 'mother', custody: 'sole' }],
    deliveredOn: day(0),
  })
  return asked
}

/** The same with the consent given, the child identified and the referral sent; its id is the offer's. */
export async function offered(): Promise<{ offered: PracticeCase; offer: string; consent: string }> {
  const given = await consentAsked()
  const { id: consent } = await given.consent()
  await call('POST', `/consents/${consent}/give`, 'sw-anna', { giver: 'mother', form: 'digital' })
  await given.answer('identify', 'sw-anna', { childName: 'Prøve Barn', custodyVerified: true })
  await given.answer('referral', 'sw-anna', { reason: 'Hverdagen hænger ikke sammen.' })
  return { offered: given, offer: `referral-${given.id}-1`, consent }
}
