import { randomInt } from 'node:crypto'
import type { Api } from './api.js'
import { BenchCase, CASEWORKER, SOCIAL_WORKER } from './bench-case.js'

const noDuty = { answer: 'no', why: 'Intet tegn på fare.' } as const

/** A number of month 25: nobody's, and known to the registers of practice and of the simulators. */
const nobodys = () => `012516${String(randomInt(1000, 10_000))}`

/**
 * The whole chain: concern, four sessions, consent of both parents, referral, early help, follow-up, closed. Three
 * processes in two administrations, 16 answers.
 */
export async function playChain(api: Api, practice: boolean): Promise<BenchCase> {
  const played = await BenchCase.raise(api, practice)
  await played.to(1)
  await played.answer('triage', { outcome: 'takenOn', why: 'Forældrene vil gerne tale.' })
  await played.answer('reply', { reply: 'Vi tager det op.' })
  const session = { present: ['mother', 'father'], dutyCheck: noDuty }
  for (const day of [10, 17, 24]) {
    await played.to(day)
    await played.answer('session', { ...session, heldOn: played.date(day), nextOn: played.date(day + 7) })
  }
  await played.to(31)
  await played.answer('session', { ...session, heldOn: played.date(31), end: 'consent' })
  await consent(api, played)
  await refer(api, played)
  await help(played)
  const { status, processes } = await played.show()
  if (status === 'open' || processes.some(process => process.status === 'open')) {
    throw new Error(`case ${played.id} did not come to its end`)
  }
  return played
}

async function consent(api: Api, played: BenchCase): Promise<void> {
  await played.answer('requestConsent', {
    kinds: ['dailyObservations', 'familySituation'],
    givers: ['mother', 'father'].map(giver => ({ giver, custody: 'joint' })),
    deliveredOn: played.date(played.practice ? 31 : 0),
  })
  for (const [giver, day] of [
    ['mother', 33],
    ['father', 36],
  ] as const) {
    await played.to(day)
    const asked = (await played.show()).consents.at(-1)
    await api.post(`/consents/${asked?.id ?? ''}/give`, SOCIAL_WORKER, { giver, form: 'paper' })
  }
}

async function refer(api: Api, played: BenchCase): Promise<void> {
  await played.answer('identify', { childName: 'Barn Prøve', civilNumber: nobodys(), custodyVerified: true })
  await played.answer('referral', { reason: 'Dagene mangler rytme.', wantedHelp: 'Familiehus.' })
  await played.to(42)
  // The task is there when the offer has arrived.
  await played.answering('answerReferral', {})
  const offered = (await played.show()).handovers.at(-1)
  await api.post(`/handovers/${offered?.offer ?? ''}/accept`, CASEWORKER, { screening: 'noClarification' })
}

async function help(played: BenchCase): Promise<void> {
  await played.to(50)
  await played.answer('firstMeeting', { heldOn: played.date(50) })
  await played.answer('feedback', { feedback: 'Modtaget, og der er holdt møde.' })
  await played.to(56)
  await played.answer('measure', { measure: 'early', startsOn: played.date(56) })
  await played.to(140)
  await played.answer('endMeasure', { endedOn: played.date(140), effect: 'better' })
  await played.to(148)
  await played.answer('followUp', {
    concern: 'gone',
    closing: { code: 'noConcern', caseAvoided: 'apparently' },
  })
}
