import type { PlayedCase } from '../played-case.js'
import { noDuty } from '../texts.js'
import { counsel, endsWell, followUpAfter, takeOn } from './steps.js'

/** Days between two sessions in the family house. */
const WEEK = 7

/** What the mother's scale says session by session: no progress at the third, then it works. */
const scores = [17, 18.5, 19, 23, 27.5, 30]

/** Straight from anonymous counselling to a short course; nobody was named when no concern remains. */
export async function shortCourse(played: PlayedCase): Promise<void> {
  await takeOn(played)
  const ended = await counsel(played, { sessions: 2, last: { end: 'familyHouseShortCourse' } })
  const last = await familyHouseCourse(played, ended + 3)
  await played.to(followUpAfter(last))
  await played.answer('followUp', { concern: 'gone', closing: endsWell(played, 'noConcern') })
}

/**
 * A course in the family house: off track at the third session, adjusted, and ended with its effect.
 * @param from the day on which the house takes the family on
 * @returns the day it ended
 */
export async function familyHouseCourse(played: PlayedCase, from: number): Promise<number> {
  await played.to(from)
  await played.answer('houseIntake', { decision: 'open', why: 'Familien kan begynde med det samme.' })
  const goals = 'Rolige morgener, og en aften om ugen sammen.'
  await played.answer('startCourse', {
    startsOn: played.date(from),
    goals,
    firstSessionOn: played.date(from + WEEK),
  })
  let day = from
  for (const [n, score] of scores.entries()) {
    day += WEEK
    await played.to(day)
    const last = n + 1 === scores.length
    const nextOn = played.date(day + WEEK)
    await played.answer('familySession', {
      heldOn: played.date(day),
      present: ['mother', 'child'],
      ors: [{ who: 'adult', score }],
      srs: [{ who: 'adult', score: 37 }],
      dutyCheck: noDuty,
      ...(last ? { next: 'end' } : { nextOn }),
    })
    if (n === 2)
      await played.answer('adjustCourse', { change: 'rhythm', why: 'Vi ses hjemme hos familien.', nextOn })
  }
  const handBack = 'Familien har fået ro på morgenerne og fortsætter selv.'
  await played.answer('endCourse', {
    endedOn: played.date(day),
    reason: 'goalsReached',
    effect: 'better',
    handBack,
  })
  return day
}
