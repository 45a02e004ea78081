import { noDuty } from '../texts.js'
import type { PlayedCase } from '../played-case.js'

/** Days between two sessions. */
const BETWEEN_SESSIONS = 10
/** The day of the first session. */
const FIRST_SESSION = 8

/** The social worker takes the concern on, and tells whoever raised it. */
export async function takeOn(played: PlayedCase): Promise<void> {
  await played.to(2)
  await played.answer('triage', { outcome: 'takenOn', why: 'Forældrene vil gerne tale.' })
  await played.answer('reply', { reply: 'Tak. Vi mødes med forældrene.' })
}

/**
 * So many sessions of counselling; the last one ends it.
 *
 * @param args.from number of sessions held before
 * @param args.last what the last answer says besides
 * @returns the day of the last session
 */
export async function counsel(
  played: PlayedCase,
  {
    sessions,
    from = 0,
    start = FIRST_SESSION,
    last,
  }: { sessions: number; from?: number; start?: number; last: object },
): Promise<number> {
  const present = from % 2 === 0 ? ['mother', 'father'] : ['mother']
  for (let n = 0; ; n += 1) {
    const day = start + n * BETWEEN_SESSIONS
    await played.to(day)
    const held = { heldOn: played.date(day), present, dutyCheck: noDuty }
    if (n + 1 === sessions) {
      await played.answer('session', { ...held, ...last })
      return day
    }
    await played.answer('session', { ...held, nextOn: played.date(day + BETWEEN_SESSIONS) })
  }
}

/** The end of a course that went well, with the day of the first session as the first help. */
export function endsWell(played: PlayedCase, code: 'noConcern' | 'familyAndInstitution'): object {
  return { code, caseAvoided: 'apparently', firstHelpOn: played.date(FIRST_SESSION) }
}

/** The social worker asks for consent on the day it is handed over. */
export async function askForConsent(
  played: PlayedCase,
  day: number,
  givers: 'both' | 'mother',
): Promise<void> {
  await played.answer('requestConsent', {
    kinds: ['dailyObservations', 'familySituation'],
    givers:
      givers === 'both'
        ? ['mother', 'father'].map(giver => ({ giver, custody: 'joint' }))
        : [{ giver: 'mother', custody: 'sole' }],
    deliveredOn: played.date(day),
  })
}

/** Three months and some days after a moment, when the follow-up is due at the latest. */
export const followUpAfter = (day: number): number => day + 92
