/** Hours are shared in quarters of an hour. */
const PARTS_OF_AN_HOUR = 4

/** An institution's part of its cluster's hours. */
export interface Share {
  readonly institution: string
  /** Hours a month. */
  readonly hours: number
  /** Visits a month. */
  readonly visits: number
}

/**
 * Shares a cluster's hours a month by weight, in quarters of an hour that add up, and says how many visits each
 * institution gets: as many as its hours allow, but at least `least` and at most `most`. More weight never means fewer
 * hours or visits. Source: hours are shared within a cluster, one or two visits a month (Copenhagen 2012).
 */
export function shareHours(args: {
  hours: number
  hoursPerVisit: number
  institutions: readonly { readonly institution: string; readonly weight: number }[]
  least: number
  most: number
}): Share[] {
  const { hours, hoursPerVisit, institutions, least, most } = args
  const parts = partsByWeight(
    Math.round(hours * PARTS_OF_AN_HOUR),
    institutions.map(({ weight }) => weight),
  )
  return institutions.map(({ institution }, index) => {
    const own = (parts[index] ?? 0) / PARTS_OF_AN_HOUR
    return {
      institution,
      hours: own,
      visits: Math.max(least, Math.min(most, Math.floor(own / hoursPerVisit))),
    }
  })
}

/** Shares whole parts by weight: what the division leaves over goes to the largest remainders. */
function partsByWeight(parts: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const shares = weights.map((weight, index) => {
    const product = parts * weight
    return { index, whole: Math.floor(product / total), rest: product % total }
  })
  const left = parts - shares.reduce((sum, { whole }) => sum + whole, 0)
  const first = [...shares].sort((a, b) => b.rest - a.rest || a.index - b.index).slice(0, left)
  const luckier = new Set(first.map(({ index }) => index))
  return shares.map(({ index, whole }) => whole + (luckier.has(index) ? 1 : 0))
}
