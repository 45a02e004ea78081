import { z } from 'zod'
import { caseAvoided, closureCode, giverRole } from '../codes/index.js'
import { freeText, isoDate } from '../forms/index.js'

/** The child's own view and the family's own goal are asked for at every step that decides something. */
export const voices = {
  childView: freeText('Barnets perspektiv').optional(),
  familyGoal: freeText('Familiens eget mål').optional(),
}

/** How a case is closed: closure code, whether a case with the authority was avoided, and when help first came. */
export const closing = z.object({
  code: closureCode.meta({ title: 'Afslutningskode' }),
  caseAvoided: caseAvoided.default('unknown').meta({ title: 'Blev en sag undgået?' }),
  firstHelpOn: isoDate.optional().meta({ title: 'Dato for første hjælp' }),
})

/**
 * Whoever lets something out of a case in which somebody has a protected address says that they have looked for it: no
 * system can find an address in free text. Asked for where `goesOut` says so.
 */
export const addressLookedFor = z.literal(true).optional().meta({
  title: 'Set igennem for beskyttede adresser og steder',
  description: 'Skal bekræftes, når nogen i sagen har beskyttet adresse',
})

/** Which parents or young person took part. */
export const present = z
  .array(z.union([giverRole, z.literal('child'), z.literal('other')]))
  .min(1)
  .meta({ title: 'Til stede' })

/** Raises an issue on `field` unless the condition holds: for rules between fields. */
export function requireWhen(args: {
  when: boolean
  value: unknown
  field: string
  message: string
  context: z.core.ParsePayload
}): void {
  if (args.when && args.value === undefined) {
    args.context.issues.push({
      code: 'custom',
      path: [args.field],
      message: args.message,
      input: args.context.value,
      params: { code: 'required-here' },
    })
  }
}
