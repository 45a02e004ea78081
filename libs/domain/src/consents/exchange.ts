import type { Unit } from '../codes/index.js'
import { rules } from '../policy/index.js'

/** A meeting at which professionals exchanged without consent. */
export interface Exchange {
  readonly followUp: boolean
}

/** Who may take part: school, after-school care and day-care, health care, and the child authority. */
export const exchangeUnits = [
  'early-help',
  'institution',
  'health-visitors',
  'family-group',
] as const satisfies readonly Unit[]

/**
 * Whether one more meeting may be held without consent: one, and in special cases one that follows it up.
 * Source: rules `ssd-exchange` and `ssd-exchange-follow-up`.
 */
export function mayExchange(held: readonly Exchange[], next: Exchange): boolean {
  const before = held.filter(({ followUp }) => followUp === next.followUp).length
  const first = held.some(({ followUp }) => !followUp)
  const most = amountOf(next.followUp ? 'ssd-exchange-follow-up' : 'ssd-exchange')
  return before < most && (first || !next.followUp)
}

function amountOf(id: 'ssd-exchange' | 'ssd-exchange-follow-up'): number {
  return rules.findLast(rule => rule.id === id)?.amount ?? 0
}
