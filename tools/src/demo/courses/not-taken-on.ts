import { noDuty } from '../texts.js'
import type { PlayedCase } from '../played-case.js'
import { followUpAfter } from './steps.js'

/** The staff can go on with advice. */
export async function adviceEnough(played: PlayedCase): Promise<void> {
  await played.to(2)
  await played.answer('triage', { outcome: 'adviceEnough', why: 'Personalet kan selv, med råd.' })
  await played.answer('reply', { reply: 'Tak. Vi tales ved i næste uge.' })
  await played.to(7)
  await played.answer('advice', { heldOn: played.date(7), reviewOn: played.date(35), dutyCheck: noDuty })
  await played.to(35)
  await played.answer('review', { concern: 'gone' })
}

/** The family enrols at another offer, and three months later it is asked how that went. */
export async function otherOffer(played: PlayedCase): Promise<void> {
  await played.to(3)
  await played.answer('triage', { outcome: 'otherOffer', offer: 'openHouse', why: 'Åbent hus passer bedst.' })
  await played.answer('reply', { reply: 'Familien kan komme i åbent hus.' })
  await played.to(followUpAfter(3))
  await played.answer('followUp', { concern: 'gone', closing: { code: 'otherOffer' } })
}

/** Another resource person takes it up. */
export async function otherResource(played: PlayedCase): Promise<void> {
  await played.to(2)
  await played.answer('triage', {
    outcome: 'otherResource',
    resource: 'healthVisitor',
    why: 'Det handler om søvn.',
  })
  await played.answer('reply', { reply: 'Sundhedsplejersken kontakter jer.' })
  await played.to(5)
  await played.answer('acceptResource', { accepted: true })
}

/** It belongs somewhere else. */
export async function notOurs(played: PlayedCase): Promise<void> {
  await played.to(1)
  await played.answer('triage', { outcome: 'notOurs', why: 'Henvendelsen hører til et andet sted.' })
}
