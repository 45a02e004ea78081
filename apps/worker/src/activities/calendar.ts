import { ApplicationFailure } from '@temporalio/common'
import type { Municipality } from '@brobygger/domain/organisation'
import { ruleAt, type RuleId } from '@brobygger/domain/policy'

/** The local time before the working day's first meetings: stand-ins give back, reminders go out, visits are prepared. */
export const MORNING = '08:00'

/**
 * A rule's amount in this municipality on a day (YYYY-MM-DD), in the rule's own unit. A rule without one is a mistake
 * in the process that asks: fails with `rule-without-amount`, not to be tried again.
 */
export function amountOn({ localAmounts }: Municipality, id: RuleId, on: string): number {
  const { amount } = ruleAt({ id, on, localAmounts })
  if (amount === null) throw ApplicationFailure.nonRetryable('rule-without-amount', 'rule-without-amount')
  return amount
}
