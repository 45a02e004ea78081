import type { OvertakeReason } from '../codes/index.js'

/** A family that waits for a place. The number is its place in the order of arrival, and is never given twice. */
export interface Waiting {
  readonly course: string
  readonly number: number
  /** The family has asked to wait; it keeps its number and is passed over meanwhile. */
  readonly held: boolean
  /** Why it comes before those who have waited longer; null where it waits its turn. */
  readonly first: OvertakeReason | null
}

/** A family that has a place, and how it waited, if it did. */
export interface Placed extends Pick<Waiting, 'course' | 'first'> {
  readonly number: number | null
}

/** The places of a group, and who waits for one. */
export interface Places {
  readonly capacity: number
  readonly taken: readonly Placed[]
  readonly waiting: readonly Waiting[]
  readonly lastNumber: number
}

/** A place that was given: to whom, over whom who waited longer, and why. */
export interface Given {
  readonly course: string
  readonly overtook: readonly string[]
  readonly reason: OvertakeReason | null
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

/** Those who would take a place now, in the order they get one: who has a reason to come first, then who came first. */
export function inTurn({ waiting }: Places): readonly Waiting[] {
  const rank = ({ first }: Waiting) => (first === null ? 1 : 0)
  return waiting.filter(({ held }) => !held).toSorted((a, b) => rank(a) - rank(b) || a.number - b.number)
}

/** Why a family cannot take a place now; null when it can. A place that is free while others wait is not to be had. */
export function hindranceTo(places: Places, course: string): 'already-placed' | 'group-full' | null {
  if (hasPlace(places, course)) return 'already-placed'
  const others = inTurn(places).filter(waiting => waiting.course !== course)
  return freePlaces(places) > others.length ? null : 'group-full'
}

/** The family has a place. Ask `hindranceTo` first. */
export function take(places: Places, course: string): Places {
  const known = places.waiting.find(entry => entry.course === course)
  const placed = { course, number: known?.number ?? null, first: known?.first ?? null }
  const waiting = places.waiting.filter(entry => entry.course !== course)
  return { ...places, taken: [...places.taken, placed], waiting }
}

/** The family waits, behind all others; one that waits or has a place already stays where it is. */
export function join(places: Places, course: string): Places {
  if (hasPlace(places, course) || numberOf(places, course) !== null) return places
  const number = places.lastNumber + 1
  return {
    ...places,
    lastNumber: number,
    waiting: [...places.waiting, { course, number, held: false, first: null }],
  }
}

/** The family comes before those who have waited longer, for a reason. It has to wait; ask `numberOf` first. */
export function putFirst(
  places: Places,
  { course, reason }: { course: string; reason: OvertakeReason },
): Places {
  return {
    ...places,
    waiting: places.waiting.map(entry => (entry.course === course ? { ...entry, first: reason } : entry)),
  }
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

function backToWaiting(places: Places, { course, number, first }: Placed): Places {
  const without = leave(places, course)
  if (number === null) return hold(join(without, course), { course, held: true })
  return { ...without, waiting: [...without.waiting, { course, number, first, held: true }] }
}

/** Gives free places to those whose turn it is. */
export function giveInTurn(places: Places): { places: Places; given: readonly Given[] } {
  const [next] = inTurn(places)
  if (next === undefined || freePlaces(places) === 0) return { places, given: [] }
  const { course, number, first } = next
  const longer = inTurn(places).filter(other => other.number < number)
  const overtook = longer.map(other => other.course)
  const given = { course, overtook, reason: overtook.length === 0 ? null : first }
  const rest = giveInTurn(take(places, course))
  return { places: rest.places, given: [given, ...rest.given] }
}
