import type { OvertakeReason } from '../codes/index.js'

/** A family that waits for a place. The number is its place in the order of arrival, and is never given twice. */
export interface Waiting {
  readonly course: string
  readonly number: number
  /** The family has asked to wait; it keeps its number and is passed over meanwhile. */
  readonly held: boolean
}

/** A family that has a place, and the number under which it waited, if it did. */
export interface Placed {
  readonly course: string
  readonly number: number | null
}

/** The places of a group, and who waits for one. */
export interface Places {
  readonly capacity: number
  readonly taken: readonly Placed[]
  readonly waiting: readonly Waiting[]
  readonly lastNumber: number
}

/** A group without anybody in it. */
export function emptyPlaces(capacity: number): Places {
  return { capacity, taken: [], waiting: [], lastNumber: 0 }
}

/** Places that nobody has; never below zero. */
export function freePlaces({ capacity, taken }: Places): number {
  return Math.max(0, capacity - taken.length)
}

/** Whether a family has a place. */
export function hasPlace({ taken }: Places, course: string): boolean {
  return taken.some(placed => placed.course === course)
}

/** A family's number among those who wait; null when it does not. */
export function numberOf({ waiting }: Places, course: string): number | null {
  return waiting.find(entry => entry.course === course)?.number ?? null
}

/** Those who wait and would take a place now, the longest first. */
export function inTurn({ waiting }: Places): readonly Waiting[] {
  return waiting.filter(({ held }) => !held).toSorted((a, b) => a.number - b.number)
}

/** Whom a family would overtake by taking a place now: all in turn who came before it. */
export function overtakenBy(places: Places, course: string): readonly Waiting[] {
  const own = numberOf(places, course)
  return inTurn(places).filter(
    ({ course: other, number }) => other !== course && (own === null || number < own),
  )
}

/** Why a family cannot take a place now; null when it can. */
export function hindranceTo(
  places: Places,
  { course, reason }: { course: string; reason?: OvertakeReason | undefined },
): 'already-placed' | 'group-full' | 'overtakes-waiting' | null {
  if (hasPlace(places, course)) return 'already-placed'
  if (freePlaces(places) === 0) return 'group-full'
  return reason === undefined && overtakenBy(places, course).length > 0 ? 'overtakes-waiting' : null
}

/** The family has a place. Ask `hindranceTo` first. */
export function take(places: Places, course: string): Places {
  const number = numberOf(places, course)
  const waiting = places.waiting.filter(entry => entry.course !== course)
  return { ...places, taken: [...places.taken, { course, number }], waiting }
}

/** The family waits, behind all others; one that waits or has a place already stays where it is. */
export function join(places: Places, course: string): Places {
  if (hasPlace(places, course) || numberOf(places, course) !== null) return places
  const number = places.lastNumber + 1
  return { ...places, lastNumber: number, waiting: [...places.waiting, { course, number, held: false }] }
}

/** The family gives up its place, or its place in the order. */
export function leave(places: Places, course: string): Places {
  return {
    ...places,
    taken: places.taken.filter(entry => entry.course !== course),
    waiting: places.waiting.filter(entry => entry.course !== course),
  }
}

/**
 * The family asks to wait, or is ready again. Its number stays; a place that it has goes to others, and it waits on
 * under the number it had.
 */
export function hold(places: Places, { course, held }: { course: string; held: boolean }): Places {
  const placed = places.taken.find(entry => entry.course === course)
  if (placed !== undefined) return held ? backToWaiting(places, placed) : places
  return {
    ...places,
    waiting: places.waiting.map(entry => (entry.course === course ? { ...entry, held } : entry)),
  }
}

function backToWaiting(places: Places, { course, number }: Placed): Places {
  const without = leave(places, course)
  if (number === null) return hold(join(without, course), { course, held: true })
  return { ...without, waiting: [...without.waiting, { course, number, held: true }] }
}

/** Gives free places to those whose turn it is. */
export function giveInTurn(places: Places): { places: Places; given: readonly string[] } {
  const given = inTurn(places)
    .slice(0, freePlaces(places))
    .map(({ course }) => course)
  return { places: given.reduce(take, places), given }
}
