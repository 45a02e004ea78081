/** Where one process of a case stands on the case's clock, in milliseconds since 1970. */
export interface Standing {
  readonly process: string
  readonly now: number
  /** The earliest date it waits for; null when it waits for people only. */
  readonly next: number | null
  readonly busy: boolean
}

/** Whether a process has done all there is to do at this moment. */
export function isQuiet({ now, next, busy }: Standing): boolean {
  return !busy && (next === null || next > now)
}

/**
 * How often in a row all must be seen at rest: what one tells another may be on its way between two looks; one alone is
 * told nothing.
 */
export function looksNeeded(standings: readonly Standing[]): number {
  return standings.length > 1 ? 2 : 1
}

/**
 * The moment to which all go together: the earliest that any of them waits for, and not beyond the end. One alone has
 * nobody to keep in step with, and goes straight to the end: the engine stops at each of its moments by itself.
 */
export function nextStop(standings: readonly Standing[], until: number): number {
  if (standings.length === 1) return until
  return Math.min(until, ...standings.flatMap(({ next }) => (next === null ? [] : [next])))
}

/**
 * In which order the processes go to a stop: first those for whom it is only time that passes, then those for whom
 * something falls due, so that what they tell the others comes to clocks that show the same.
 */
export function marchingOrder(
  standings: readonly Standing[],
  stop: number,
): readonly (readonly Standing[])[] {
  const behind = standings.filter(({ now }) => now < stop)
  const due = ({ next }: Standing) => next !== null && next <= stop
  return [behind.filter(standing => !due(standing)), behind.filter(due)]
}
