import { noDuty } from '../texts.js'
import { familyHouseCourse } from './family-house.js'
import type { PlayedCase } from '../played-case.js'
import { askForConsent, counsel, endsWell, followUpAfter, takeOn } from './steps.js'

const WEEKS_12 = 84

/** Counselling until the family wants more help, and consent is asked for. Gives the day. */
async function towardsConsent(played: PlayedCase, givers: 'both' | 'mother'): Promise<number> {
  await takeOn(played)
  const day = await counsel(played, { sessions: 2, last: { end: 'consent' } })
  await askForConsent(played, day, givers)
  return day
}

/** From the last yes to the family group's first meeting. Gives the day of the meeting. */
async function handedOver(
  played: PlayedCase,
  { from, screening }: { from: number; screening: 'noClarification' | 'clarification' },
): Promise<number> {
  await played.answer('identify', { childName: 'Barn Prøve', custodyVerified: true })
  await played.answer('referral', {
    reason: 'Hverdagen kan ikke hænge sammen uden hjælp.',
    wantedHelp: 'Familiehus.',
  })
  await played.to(from + 5)
  await played.accept(screening)
  const meeting = from + 13
  await played.to(meeting)
  await played.answer('firstMeeting', { heldOn: played.date(meeting), institutionTookPart: true })
  await played.answer('feedback', { feedback: 'Modtaget, og der er holdt møde.' })
  return meeting
}

/** Both parents say yes, an early measure (§ 30) in the family house helps, and no concern remains. */
export async function earlyHelp(played: PlayedCase): Promise<void> {
  const asked = await towardsConsent(played, 'both')
  await played.to(asked + 2)
  await played.consent('give', { giver: 'mother', form: 'paper' })
  await played.to(asked + 5)
  await played.consent('give', { giver: 'father', form: 'digital' })
  const meeting = await handedOver(played, { from: asked + 5, screening: 'noClarification' })
  const start = meeting + 5
  await played.to(start)
  await played.answer('measure', { measure: 'early', startsOn: played.date(start), provider: 'familyHouse' })
  const ended = await familyHouseCourse(played, start)
  await played.answer('endMeasure', { endedOn: played.date(ended), effect: 'better' })
  await played.to(followUpAfter(start))
  const closing = { ...endsWell(played, 'noConcern'), firstHelpOn: played.date(start) }
  await played.answer('followUp', { concern: 'gone', closing })
}

/** The family group takes over with a supportive measure (§ 32). */
export async function takenOver(played: PlayedCase): Promise<void> {
  const asked = await towardsConsent(played, 'mother')
  await played.to(asked + 3)
  await played.consent('give', { giver: 'mother', form: 'paper' })
  const meeting = await handedOver(played, { from: asked + 3, screening: 'clarification' })
  const start = meeting + 7
  await played.to(start)
  await played.answer('measure', { measure: 'supportive', startsOn: played.date(start), childHeard: true })
  await played.to(start + WEEKS_12)
  await played.answer('endMeasure', { endedOn: played.date(start + WEEKS_12), effect: 'better' })
  await played.to(followUpAfter(start))
  const closing = { code: 'takenOver', caseAvoided: 'no', firstHelpOn: played.date(start) }
  await played.answer('followUp', { concern: 'less', next: 'close', closing })
}

/** The father says no; the mother is counselled on, and family and institution carry on. */
export async function fatherRefuses(played: PlayedCase): Promise<void> {
  const asked = await towardsConsent(played, 'both')
  await played.to(asked + 2)
  await played.consent('give', { giver: 'mother', form: 'digital' })
  await played.to(asked + 8)
  await played.consent('refuse', { giver: 'father' })
  const next = asked + 15
  const why = 'Moderen vil gerne fortsætte.'
  await played.answer('choose', { way: 'counselWilling', why, nextOn: played.date(next), dutyCheck: noDuty })
  const last = { end: 'goodEnough', closing: endsWell(played, 'familyAndInstitution') }
  await counsel(played, { sessions: 2, start: next, from: 1, last })
}

/** Nobody answers within 14 days; the family does not want help. */
export async function silence(played: PlayedCase): Promise<void> {
  const asked = await towardsConsent(played, 'mother')
  await played.to(asked + 18)
  const closing = { code: 'declinedByFamily' }
  await played.answer('choose', {
    way: 'close',
    why: 'Familien ønsker ikke hjælp.',
    closing,
    dutyCheck: noDuty,
  })
}
