/**
 * What can be wrong with a question to the rules. The codes are stable; messages hold ids and dates only.
 *
 * - `rule-unknown`: no rule has this id
 * - `rule-not-in-force`: the rule exists, but not on the date asked for
 * - `rule-not-local`: a municipality tried to change an amount that the law sets
 * - `rule-amount-invalid`: a local amount is not a whole number from 1, or the rule has no amount to change
 * - `rule-without-term`: the rule sets no length of time, so nothing can fall due by it
 * - `instant-invalid`, `date-invalid`, `time-invalid`: not an ISO instant with a zone, local date, or HH:MM
 * - `pause-invalid`: a pause that ends before it begins
 * - `agreed-date-passed`: a date was agreed that lies before the day of the agreement
 */
export type PolicyErrorCode =
  | 'rule-unknown'
  | 'rule-not-in-force'
  | 'rule-not-local'
  | 'rule-amount-invalid'
  | 'rule-without-term'
  | 'instant-invalid'
  | 'date-invalid'
  | 'time-invalid'
  | 'pause-invalid'
  | 'agreed-date-passed'

/** An expected failure of the rules or the calendar; callers decide by `code`. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError'

  constructor(
    readonly code: PolicyErrorCode,
    detail: string,
  ) {
    super(`${code}: ${detail}`)
  }
}
