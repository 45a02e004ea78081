/** Heaviest weight an institution can have; the lightest is 1. */
export const MOST_WEIGHT = 5

/** How many concerns, a severe one counted double, make an institution one step heavier. */
const CONCERNS_A_STEP = 2

/** What was raised at an institution in the time that is looked at. */
export interface Burden {
  readonly institution: string
  readonly concerns: number
  /** How many of them were severe. */
  readonly severe: number
}

/** A burden with the weight that is proposed for it, 1 to 5. */
export interface Weighed extends Burden {
  readonly weight: number
}

/**
 * Proposes how heavy each institution weighs. A step in the weight needs two concerns, so that one alone does not
 * move the hours of a whole cluster. It is a proposal: a person decides.
 */
export function weightsByBurden(burdens: readonly Burden[]): Weighed[] {
  return burdens.map(burden => {
    const steps = Math.ceil((burden.concerns + burden.severe) / CONCERNS_A_STEP)
    return { ...burden, weight: Math.min(MOST_WEIGHT, 1 + steps) }
  })
}
