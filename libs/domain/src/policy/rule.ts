import { z } from 'zod'
import { ruleId } from './rule-id.js'

/** Units in which a deadline can run. */
export const termUnit = z.enum([
  'minutes',
  'hours',
  'days',
  'weeks',
  'months',
  'years',
  /** Monday to Friday, not a holiday, not a day the municipality is closed. */
  'arbejdsdage',
  /** Monday to Saturday, not a holiday. */
  'hverdage',
])
export type TermUnit = z.infer<typeof termUnit>

/** Units of rules that count something other than time. */
const measureUnit = z.enum([
  'yearsOfAge',
  'percent',
  'quarters',
  'sessions',
  'meetings',
  'children',
  'timesPerMonth',
  'timesPerSchoolDay',
  'hoursPerVisit',
  'monthsBack',
])

export const ruleUnit = z.enum([...termUnit.options, ...measureUnit.options])
export type RuleUnit = z.infer<typeof ruleUnit>

/**
 * How well the source is known, never whether the rule binds: `S` found in a stored source, `V` general
 * knowledge that a jurist must verify before production, `–` agreed or proposed locally, no source of law.
 */
export const ruleMark = z.enum(['S', 'V', '–'])
export type RuleMark = z.infer<typeof ruleMark>

/** One rule as it stands in a period. Law changes while cases run, so a changed rule is a new version. */
export const rule = z.strictObject({
  id: ruleId,
  version: z.int().min(1),
  /** Null where the rule has no number. Zero minutes means at once, zero days the same day. */
  amount: z.int().min(0).nullable(),
  unit: ruleUnit.nullable(),
  /** Counted from the same start, in the same unit as the amount. */
  reminderAfter: z.strictObject({ amount: z.int().min(1), unit: termUnit }).exactOptional(),
  /** The law by its Danish name, or the Danish words for a local agreement. */
  basis: z.string().min(1),
  mark: ruleMark,
  /** First and last local date on which the rule is in force. */
  validFrom: z.iso.date(),
  validTo: z.iso.date().exactOptional(),
  /** Only a local amount may be changed by a municipality. */
  local: z.boolean(),
  /** Whether a pause of the process moves the deadline. Never true for a statutory clock. */
  pausable: z.boolean(),
  text: z.strictObject({ da: z.string().min(1), en: z.string().min(1) }),
})
export type Rule = Readonly<z.infer<typeof rule>>
