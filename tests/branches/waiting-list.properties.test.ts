import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { PracticeCourse, PracticeGroup } from '../support/family-house.js'
import { call } from '../support/http.js'

/** What workers and families do; `n` chooses a course among those there are. */
const action = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'apply' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      n: fc.nat(20),
      answer: fc.constantFrom('yes', 'later', 'no'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('take' as const), n: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('first' as const), n: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pause' as const), n: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('resume' as const), n: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('close' as const), n: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('capacity' as const), capacity: fc.nat(4) }) },
)
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

interface GroupEvent {
  readonly type: string
  readonly course: string
  readonly number: number
  readonly held: boolean
  readonly capacity: number
  readonly reason: string | null
  readonly overtook: string[]
}

/** One group, and what is done to it and its families; a no is an answer too. */
class Played {
  private readonly courses: PracticeCourse[] = []

  constructor(readonly group: PracticeGroup) {}

  async do(action: Action): Promise<void> {
    if (action.kind === 'apply') {
      this.courses.push(await PracticeCourse.for(this.group))
      return
    }
    if (action.kind === 'capacity') {
      await this.group.setCapacity(action.capacity)
      return
    }
    const course = this.courses[action.n % Math.max(1, this.courses.length)]
    if (course === undefined) return
    switch (action.kind) {
      case 'answer': {
        const task = (await course.show()).tasks.find(({ kind }) => kind === 'answerPlace')
        if (task === undefined) return
        await call('POST', `/tasks/${task.id}/complete`, 'fh-karen', { answer: action.answer })
        return
      }
      case 'take':
        await this.group.take(course, 'fh-lars')
        return
      case 'first':
        await this.group.putFirst(course, 'fh-lars')
        return
      case 'pause':
      case 'resume':
        await course.post(action.kind, 'fh-karen', action.kind === 'pause' ? { reason: 'holiday' } : {})
        return
      case 'close':
        await course.post('close', 'hl-olga', { code: 'other' })
    }
  }

  /** What the group wrote down, in its order. */
  async log(): Promise<GroupEvent[]> {
    const path = `/cases/${this.group.caseId}/events?limit=500`
    const { body } = await call<{ items: { process: string; body: GroupEvent }[] }>('GET', path, 'hl-olga')
    return body.items.filter(({ process }) => process === this.group.id).map(item => item.body)
  }

  /** Courses that say of themselves that they have a place, or are offered one. */
  async holders(): Promise<string[]> {
    const shown = await Promise.all(this.courses.map(course => course.show()))
    return shown
      .filter(({ step, status }) => status === 'open' && (step === 'place' || step === 'start'))
      .map(({ id }) => id)
      .sort()
  }
}

/** Goes through what the group wrote down, and holds it against what a fair list is. */
function audit(events: readonly GroupEvent[], first: number): { placed: string[]; waiting: string[] } {
  let capacity = first
  const placed = new Set<string>()
  const waiting = new Map<string, { number: number; held: boolean }>()
  const numbers = new Map<number, string>()
  for (const event of events) {
    switch (event.type) {
      case 'capacityChanged':
        capacity = event.capacity
        expect(placed.size).toBeLessThanOrEqual(capacity)
        break
      case 'placeAwaited':
        // A number belongs to one family for ever.
        expect(numbers.get(event.number) ?? event.course).toBe(event.course)
        numbers.set(event.number, event.course)
        placed.delete(event.course)
        waiting.set(event.course, { number: event.number, held: false })
        break
      case 'placeHeld':
        waiting.set(event.course, { number: waiting.get(event.course)?.number ?? -1, held: event.held })
        break
      case 'placeLeft':
        placed.delete(event.course)
        waiting.delete(event.course)
        break
      case 'placeGiven': {
        expect(placed.has(event.course)).toBe(false)
        const own = waiting.get(event.course)?.number ?? Number.MAX_SAFE_INTEGER
        const longer = [...waiting]
          .filter(([, { number, held }]) => !held && number < own)
          .map(([course]) => course)
        expect(event.overtook.toSorted()).toEqual(longer.toSorted())
        expect(longer.length === 0 || event.reason !== null).toBe(true)
        waiting.delete(event.course)
        placed.add(event.course)
        expect(placed.size).toBeLessThanOrEqual(capacity)
      }
    }
  }
  const turn = [...waiting].filter(([, { held }]) => !held)
  // Nobody in turn waits while a place is free.
  expect(placed.size < capacity && turn.length > 0).toBe(false)
  const order = [...waiting].sort(([, a], [, b]) => a.number - b.number).map(([course]) => course)
  return { placed: [...placed].sort(), waiting: order }
}

describe('the waiting list of a group, whatever families and workers do, two of them at a time', () => {
  it('gives no place twice and overtakes nobody without a reason, and group, courses and list agree', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 2 }),
        fc.array(fc.tuple(action, action), { minLength: 6, maxLength: 14 }),
        async (capacity, pairs) => {
          const played = new Played(await PracticeGroup.open(capacity))
          await Promise.all([played.do({ kind: 'apply' }), played.do({ kind: 'apply' })])
          for (const pair of pairs) await Promise.all(pair.map(one => played.do(one)))
          const audited = audit(await played.log(), capacity)
          expect(await played.group.order()).toEqual(audited)
          expect(await played.holders()).toEqual(audited.placed)
        },
      ),
      { numRuns: Number(process.env['WAITING_LISTS'] ?? 6), endOnFailure: true },
    )
  })
})
