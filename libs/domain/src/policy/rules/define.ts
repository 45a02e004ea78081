import type { Rule } from '../rule.js'

/** Barnets lov came into force on this date; the table holds no rule for cases before it. */
const inForceFrom = '2024-01-01'

type Common = Pick<Rule, 'id' | 'basis' | 'mark' | 'text'> & Partial<Pick<Rule, 'reminderAfter'>>
type Amount = { amount: number; unit: NonNullable<Rule['unit']> }
type NoAmount = { amount: null; unit: null }

const first = { version: 1, validFrom: inForceFrom }

/** A rule the law sets: a municipality can neither change its amount nor stop its clock. */
export function statutory(row: Common & (Amount | NoAmount)): Rule {
  return { ...row, ...first, local: false, pausable: false }
}

/** A rule whose amount is local, but which protects the child or the family: its clock is not stopped. */
export function localUnpausable(row: Common & (Amount | NoAmount)): Rule {
  return { ...row, ...first, local: true, pausable: false }
}

/** A rule whose amount is local, and whose clock a pause of the process stops. */
export function localPausable(row: Common & Amount): Rule {
  return { ...row, ...first, local: true, pausable: true }
}
