import type { PlayedCase } from '../played-case.js'
import { counsel, endsWell, followUpAfter, takeOn } from './steps.js'

const SIX_SESSIONS = 6

/** No concern remains after a few sessions. */
export async function counsellingEndsWell(played: PlayedCase): Promise<void> {
  await takeOn(played)
  const last = { end: 'goodEnough', closing: endsWell(played, 'noConcern') }
  await counsel(played, { sessions: played.planned.sessions, last })
}

/** Family and institution carry on by themselves. */
export async function familyCarriesOn(played: PlayedCase): Promise<void> {
  await takeOn(played)
  const last = { end: 'goodEnough', closing: endsWell(played, 'familyAndInstitution') }
  await counsel(played, { sessions: played.planned.sessions, last })
}

/** The parents go on a course, and three months later no concern remains. */
export async function parentCourse(played: PlayedCase): Promise<void> {
  await takeOn(played)
  const ended = await counsel(played, { sessions: 2, last: { end: 'parentCourse' } })
  await played.to(followUpAfter(ended))
  await played.answer('followUp', { concern: 'gone', closing: endsWell(played, 'noConcern') })
}

/** After the sixth session the team leader ends the counselling, and the family goes on in the open house. */
export async function openHouse(played: PlayedCase): Promise<void> {
  await takeOn(played)
  const ended = await counsel(played, { sessions: SIX_SESSIONS, last: {} })
  const end = {
    decision: 'end',
    end: 'otherOffer',
    offer: 'openHouse',
    why: 'Familien er klar til åbent hus.',
  }
  await played.answer('extend', end)
  await played.to(followUpAfter(ended))
  await played.answer('followUp', { concern: 'gone', closing: endsWell(played, 'familyAndInstitution') })
}

/** The family does not come any more. */
export async function droppedOut(played: PlayedCase): Promise<void> {
  await takeOn(played)
  await counsel(played, { sessions: 1 + (played.planned.sessions % 2), last: { end: 'droppedOut' } })
}

/** The family moves to another municipality while it is counselled. */
export async function moved(played: PlayedCase): Promise<void> {
  await takeOn(played)
  const day = await counsel(played, { sessions: 1, last: {} })
  await played.to(day + 5)
  await played.post('close', { code: 'moved', why: 'Familien er flyttet til en anden kommune.' })
}
