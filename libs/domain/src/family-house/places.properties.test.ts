import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  emptyPlaces,
  freePlaces,
  giveInTurn,
  hasPlace,
  hindranceTo,
  hold,
  inTurn,
  join,
  leave,
  numberOf,
  overtakenBy,
  take,
  type Places,
} from './index.js'

const course = fc.integer({ min: 1, max: 6 }).map(n => `course-${n}`)
const step = fc.oneof(
  fc.record({ kind: fc.constant('join' as const), course }),
  fc.record({ kind: fc.constant('leave' as const), course }),
  fc.record({ kind: fc.constant('hold' as const), course, held: fc.boolean() }),
  fc.record({ kind: fc.constant('take' as const), course, withReason: fc.boolean() }),
  fc.record({ kind: fc.constant('capacity' as const), capacity: fc.integer({ min: 0, max: 4 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What the group does on each message, with what is free going to those in turn after it. */
function after(places: Places, step: Step): { places: Places; overtook: string[]; allowed: boolean } {
  const none = { overtook: [], allowed: true }
  switch (step.kind) {
    case 'join':
      return { ...none, places: giveInTurn(join(places, step.course)).places }
    case 'leave':
      return { ...none, places: giveInTurn(leave(places, step.course)).places }
    case 'hold':
      return { ...none, places: giveInTurn(hold(places, step)).places }
    case 'capacity':
      if (step.capacity < places.taken.length) return { ...none, places }
      return { ...none, places: giveInTurn({ ...places, capacity: step.capacity }).places }
    case 'take': {
      const reason = step.withReason ? ('decision' as const) : undefined
      const hindrance = hindranceTo(places, { course: step.course, reason })
      if (hindrance !== null) return { ...none, places, allowed: false }
      const overtook = overtakenBy(places, step.course).map(({ course }) => course)
      return {
        places: take(places, step.course),
        overtook,
        allowed: step.withReason || overtook.length === 0,
      }
    }
  }
}

describe('the places of a group, whatever comes in whatever order', () => {
  it('are never given twice, never stand empty while somebody is in turn, and are given in order unless a reason is named', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), fc.array(step, { maxLength: 40 }), (capacity, steps) => {
        let places = emptyPlaces(capacity)
        const numbers = new Map<string, number>()
        for (const next of steps) {
          const turn = inTurn(places).map(({ course }) => course)
          const before = places
          const result = after(places, next)
          places = result.places
          const taken = places.taken.map(({ course }) => course)
          expect(new Set(taken).size).toBe(taken.length)
          expect(taken.length).toBeLessThanOrEqual(places.capacity)
          expect(places.waiting.filter(({ course }) => hasPlace(places, course))).toEqual([])
          expect(freePlaces(places) > 0 && inTurn(places).length > 0).toBe(false)
          // Whoever came to a place without a worker's reason came in the order of those in turn.
          if (next.kind !== 'take' && next.kind !== 'join' && next.kind !== 'hold') {
            const given = taken.filter(course => !hasPlace(before, course))
            expect(given).toEqual(turn.filter(course => given.includes(course)))
            expect(
              turn.filter(course => !given.includes(course) && numberOf(places, course) !== null),
            ).toEqual(inTurn(places).map(({ course }) => course))
          }
          if (next.kind === 'take') expect(result.allowed || places === before).toBe(true)
          // A number is never given twice, and nobody loses the one they wait under.
          for (const { course, number } of places.waiting) {
            const known = numbers.get(course)
            if (known !== undefined && numberOf(before, course) !== null) expect(number).toBe(known)
            numbers.set(course, number)
          }
          expect(new Set(places.waiting.map(({ number }) => number)).size).toBe(places.waiting.length)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('go to others while a family asks to wait, and it keeps its number', () => {
    const full = [2, 3].reduce((places, n) => join(places, `course-${n}`), take(emptyPlaces(1), 'course-1'))
    const offered = giveInTurn(leave(full, 'course-1')).places
    const later = giveInTurn(hold(offered, { course: 'course-2', held: true })).places
    expect(later.taken).toEqual([{ course: 'course-3', number: 2 }])
    expect(numberOf(later, 'course-2')).toBe(1)
    const ready = hold(join(later, 'course-4'), { course: 'course-2', held: false })
    expect(giveInTurn(leave(ready, 'course-3')).given).toEqual(['course-2'])
  })

  it('are given before others only with a reason', () => {
    const { places } = giveInTurn(join(emptyPlaces(0), 'course-1'))
    const roomy = { ...places, capacity: 1 }
    expect(hindranceTo(roomy, { course: 'course-2' })).toBe('overtakes-waiting')
    expect(hindranceTo(roomy, { course: 'course-2', reason: 'acuteNeed' })).toBeNull()
    expect(overtakenBy(roomy, 'course-2').map(({ course }) => course)).toEqual(['course-1'])
  })
})
