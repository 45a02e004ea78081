import { PolicyError } from './policy-error.js'
import type { RuleId } from './rule-id.js'
import type { Rule } from './rule.js'
import { rules } from './rules.js'

/** Amounts a municipality has set for its local rules, by rule id. */
export type LocalAmounts = Readonly<Record<string, number | undefined>>

interface RuleQuestion {
  readonly id: RuleId
  /** Local ISO date, `2027-01-14`. */
  readonly on: string
  readonly localAmounts?: LocalAmounts
}

/**
 * The rule in force on a date, with the municipality's own amount where the rule is local.
 *
 * @throws PolicyError `rule-unknown`, `rule-not-in-force`, `rule-not-local`, `rule-amount-invalid`
 */
export function ruleAt(question: RuleQuestion): Rule {
  return ruleIn(rules, question)
}

/** As `ruleAt`, in any table of rules. */
export function ruleIn(table: readonly Rule[], { id, on, localAmounts = {} }: RuleQuestion): Rule {
  const versions = table.filter(rule => rule.id === id)
  if (versions.length === 0) throw new PolicyError('rule-unknown', id)
  const rule = versions.find(({ validFrom, validTo }) => validFrom <= on && (!validTo || on <= validTo))
  if (!rule) throw new PolicyError('rule-not-in-force', `${id} on ${on}`)
  const amount = localAmounts[id]
  return amount === undefined ? rule : withLocalAmount(rule, amount)
}

function withLocalAmount(rule: Rule, amount: number): Rule {
  if (!rule.local) throw new PolicyError('rule-not-local', rule.id)
  if (rule.amount === null || !Number.isInteger(amount) || amount < 1) {
    throw new PolicyError('rule-amount-invalid', rule.id)
  }
  const { reminderAfter, ...rest } = rule
  // A reminder on or after a shortened deadline would remind nobody: the usual one takes its place.
  return reminderAfter && reminderAfter.amount < amount
    ? { ...rest, amount, reminderAfter }
    : { ...rest, amount }
}
