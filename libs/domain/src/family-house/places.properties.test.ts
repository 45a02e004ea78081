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
  putFirst,
  take,
  type Given,
  type Places,
} from './index.js'

const course = fc.integer({ min: 1, max: 6 }).map(n => `course-${n}`)
const step = fc.oneof(
  fc.record({ kind: fc.constant('join' as const), course }),
  fc.record({ kind: fc.constant('leave' as const), course }),
  fc.record({ kind: fc.constant('hold' as const), course, held: fc.boolean() }),
  fc.record({ kind: fc.constant('take' as const), course }),
  fc.record({ kind: fc.constant('first' as const), course, reason: fc.constant('acuteNeed' as const) }),
  fc.record({ kind: fc.constant('capacity' as const), capacity: fc.integer({ min: 0, max: 4 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What a message changes, before what is free goes to those in turn. */
function changed(places: Places, step: Step): Places {
  switch (step.kind) {
    case 'join':
      return join(places, step.course)
    case 'leave':
      return leave(places, step.course)
    case 'hold':
      return hold(places, step)
    case 'capacity':
      return { ...places, capacity: Math.max(step.capacity, places.taken.length) }
    case 'take':
      return hindranceTo(places, step.course) === null ? take(places, step.course) : places
    case 'first':
      return putFirst(join(places, step.course), step)
  }
}

/** Everybody who waits longer than whoever got a place is written down with it, and only with a reason. */
function isFair(before: Places, given: readonly Given[]): void {
  let places = before
  for (const { course, overtook, reason } of given) {
    const own = numberOf(places, course) ?? 0
    const longer = places.waiting.filter(({ held, number }) => !held && number < own)
    expect(overtook.toSorted()).toEqual(longer.map(entry => entry.course).toSorted())
    expect(longer.length === 0 || reason !== null).toBe(true)
    // Nobody with a reason is overtaken by one who came later.
    expect(longer.filter(({ first }) => first !== null)).toEqual([])
    places = take(places, course)
  }
}

describe('the places of a group, whatever comes in whatever order', () => {
  it('are never given twice, never stand empty while somebody is in turn, and overtake nobody without a reason', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), fc.array(step, { maxLength: 40 }), (capacity, steps) => {
        let places = emptyPlaces(capacity)
        for (const next of steps) {
          const before = changed(places, next)
          const { places: after, given } = giveInTurn(before)
          isFair(before, given)
          const taken = after.taken.map(({ course }) => course)
          expect(new Set(taken).size).toBe(taken.length)
          expect(taken.length).toBeLessThanOrEqual(after.capacity)
          expect(after.waiting.filter(({ course }) => hasPlace(after, course))).toEqual([])
          expect(freePlaces(after) > 0 && inTurn(after).length > 0).toBe(false)
          // A number is never given twice, and nobody loses the one they wait under.
          const numbers = after.waiting.map(({ number }) => number)
          expect(new Set(numbers).size).toBe(numbers.length)
          for (const { course, number } of after.waiting) {
            const known =
              numberOf(places, course) ?? places.taken.find(entry => entry.course === course)?.number
            expect(known ?? number).toBe(number)
          }
          places = after
        }
      }),
      { numRuns: 500 },
    )
  })

  it('go to others while a family asks to wait, and it keeps its number', () => {
    const full = [2, 3].reduce((places, n) => join(places, `course-${n}`), take(emptyPlaces(1), 'course-1'))
    const offered = giveInTurn(leave(full, 'course-1')).places
    const later = giveInTurn(hold(offered, { course: 'course-2', held: true })).places
    expect(later.taken).toEqual([{ course: 'course-3', number: 2, first: null }])
    expect(numberOf(later, 'course-2')).toBe(1)
    const ready = hold(join(later, 'course-4'), { course: 'course-2', held: false })
    expect(giveInTurn(leave(ready, 'course-3')).given.map(({ course }) => course)).toEqual(['course-2'])
  })

  it('go first to a family with a reason, and who waited longer is written down', () => {
    const waiting = ['course-1', 'course-2', 'course-3'].reduce(join, emptyPlaces(0))
    const first = putFirst(waiting, { course: 'course-3', reason: 'decision' })
    expect(giveInTurn({ ...first, capacity: 2 }).given).toEqual([
      { course: 'course-3', overtook: ['course-1', 'course-2'], reason: 'decision' },
      { course: 'course-1', overtook: [], reason: null },
    ])
  })

  it('are not to be had past those in turn', () => {
    expect(hindranceTo(join(emptyPlaces(0), 'course-1'), 'course-2')).toBe('group-full')
    expect(hindranceTo(take(emptyPlaces(2), 'course-1'), 'course-1')).toBe('already-placed')
    expect(hindranceTo(emptyPlaces(1), 'course-1')).toBeNull()
  })
})
