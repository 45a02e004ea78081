import { label } from '../shapes/common.js'
import type { Municipality } from '@brobygger/domain/organisation'
import { basisLabel, localDate, rule, ruleAt, rules, type Rule } from '@brobygger/domain/policy'
import { z } from 'zod'

/** A version of a rule, with what it means in this municipality. */
export const ruleShape = z
  .object({
    ...rule.shape,
    reminderAfter: z.object({ amount: z.int(), unit: z.string() }).nullable(),
    validTo: z.iso.date().nullable(),
    basis: label,
    inForce: z.boolean().meta({ description: 'Whether it is the version of today' }),
    localAmount: z.int().nullable().meta({ description: "The municipality's own amount, where it has one" }),
  })
  .meta({ id: 'Rule' })
export type RuleEntry = z.infer<typeof ruleShape>

/** Every version of every rule, with the municipality's own amounts on the day. */
export function ruleList({ localAmounts }: Pick<Municipality, 'localAmounts'>, now: string): RuleEntry[] {
  const on = localDate(now)
  return rules.map(version => {
    const inForce = version.validFrom <= on && (version.validTo === undefined || on <= version.validTo)
    return {
      ...version,
      reminderAfter: version.reminderAfter ?? null,
      validTo: version.validTo ?? null,
      basis: basisLabel(version.basis),
      inForce,
      localAmount: inForce ? localAmount(version, on, localAmounts) : null,
    }
  })
}

function localAmount(
  { id, amount }: Rule,
  on: string,
  localAmounts: Municipality['localAmounts'],
): number | null {
  const effective = ruleAt({ id, on, localAmounts }).amount
  return effective === amount ? null : effective
}
