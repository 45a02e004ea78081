import type { Player } from './player.js'

/** A way through the procedure, from the concern to the end of the case. */
export type Way = (player: Player) => Promise<void>

const today = () => new Date().toISOString().slice(0, 10)
const noDuty = { answer: 'no', why: 'Ingen tegn på fare.' } as const
const closing = { code: 'noConcern', caseAvoided: 'apparently' } as const

/** Advice to the staff was enough. */
async function advice(player: Player): Promise<void> {
  await player.raise({ mainCategory: 'parentalRole' })
  await player.answer('triage', { outcome: 'adviceEnough', why: 'Sparring er nok.' })
  await player.answer('reply', { reply: 'Vi giver sparring.' })
  await player.note()
  await player.answer('advice', {
    heldOn: today(),
    actions: [{ who: 'Stuen', what: 'Fast modtagelse om morgenen' }],
    reviewOn: today(),
    dutyCheck: noDuty,
  })
  await player.answer('review', { concern: 'gone' })
}

/** The parents are counselled without giving a name, with a pause, and that ends well. */
async function counselling(player: Player): Promise<void> {
  await takeOn(player)
  await player.answer('session', { heldOn: today(), present: ['mother'], dutyCheck: noDuty, nextOn: today() })
  await player.pauseAndResume()
  await player.answer('session', {
    heldOn: today(),
    present: ['mother'],
    dutyCheck: noDuty,
    end: 'goodEnough',
    closing,
  })
}

/** Both parents consent, the family group takes over, helps, and the child is better off. */
async function help(player: Player): Promise<void> {
  await takeOn(player)
  await player.answer('session', {
    heldOn: today(),
    present: ['mother', 'father'],
    dutyCheck: noDuty,
    end: 'consent',
  })
  await player.answer('requestConsent', {
    kinds: ['dailyObservations', 'familySituation'],
    givers: [
      { giver: 'mother', custody: 'joint', contact: 'mor@eksempel.test' },
      { giver: 'father', custody: 'joint', contact: 'far@eksempel.test' },
    ],
    deliveredOn: today(),
  })
  await player.give('mother')
  await player.give('father')
  await player.answer('identify', {
    childName: 'Prøve Testsen',
    civilNumber: await player.childsNumber(),
    custodyVerified: true,
  })
  await player.answer('referral', { reason: 'Dagene mangler rytme.', wantedHelp: 'Familiehus.' })
  await player.accept()
  await player.answer('firstMeeting', { heldOn: today() })
  await player.answer('feedback', { feedback: 'Modtaget, og der er holdt møde.' })
  await player.note()
  await player.answer('measure', { measure: 'early', startsOn: today() })
  await player.answer('endMeasure', { endedOn: today(), effect: 'better' })
  await player.answer('followUp', { concern: 'gone', closing })
}

/** Straight from anonymous counselling to a short course in the family house, in the other administration. */
async function familyHouse(player: Player): Promise<void> {
  await takeOn(player)
  await player.answer('session', {
    heldOn: today(),
    present: ['mother'],
    dutyCheck: noDuty,
    end: 'familyHouseShortCourse',
  })
  await player.answer('houseIntake', { decision: 'open' })
  await player.answer('startCourse', {
    startsOn: today(),
    goals: 'Rolige morgener.',
    firstSessionOn: today(),
  })
  const session = { heldOn: today(), present: ['mother'], dutyCheck: noDuty }
  await player.answer('familySession', { ...session, ors: [{ who: 'adult', score: 18 }], nextOn: today() })
  await player.answer('familySession', { ...session, ors: [{ who: 'adult', score: 27 }], next: 'end' })
  await player.answer('endCourse', { endedOn: today(), reason: 'goalsReached', effect: 'better' })
  await player.answer('followUp', { concern: 'gone', closing })
}

/** Violence: the family group is notified at once, and investigates. */
async function notification(player: Player): Promise<void> {
  await player.raise({ mainCategory: 'violence', severity: 'more' })
  await player.answer('notify', {
    identity: 'named',
    childName: 'Prøve Testsen',
    abuse: true,
    parentsTold: 'none',
    parentsToldWhy: 'Mistanke om vold i hjemmet.',
    observed: 'Barnet fortæller om et bælte.',
  })
  await player.answer('assess', {
    acute: false,
    screening: 'investigation',
    parentsContacted: false,
    why: 'Undersøges.',
  })
  await player.answer('notificationReceipt', {})
  await player.answer('orientation', { told: 'investigationStarted' })
  await player.answer('investigation', { result: 'measure' })
  await player.answer('followUp', { concern: 'gone', closing })
}

async function takeOn(player: Player): Promise<void> {
  await player.raise({ mainCategory: 'structure' })
  await player.answer('triage', { outcome: 'takenOn', why: 'Forældrene vil gerne tale.' })
  await player.answer('reply', { reply: 'Vi mødes med forældrene.' })
}

/** The ways that are played, by name. */
export const ways = { advice, counselling, help, familyHouse, notification } satisfies Record<string, Way>
export type WayName = keyof typeof ways

export const wayNames = Object.keys(ways) as [WayName, ...WayName[]]
