import { z } from 'zod'
import type { Unit } from '../codes/index.js'
import { freeText, isoDate } from '../forms/index.js'
import { defineTask, type TaskDefinition } from './define.js'
import { requireWhen } from './shared-fields.js'

const yesNo = z.enum(['yes', 'no'])

/** Never answered by whoever took the access: their leader looks at it, or the next one up. */
const review = defineTask({
  kind: 'reviewUrgentAccess',
  title: { da: 'Gennemgå en akut adgang', en: 'Review an urgent access' },
  role: 'teamLeader',
  unit: 'early-help',
  rule: 'access-review',
  escalatesTo: ['nextManager'],
  form: z
    .object({
      justified: yesNo.meta({ title: 'Var adgangen berettiget?' }),
      why: freeText('Begrundelse'),
      done: freeText('Hvad er gjort').optional(),
    })
    .check(context => {
      const { justified, done } = context.value
      const message = 'Skriv hvad der er gjort'
      requireWhen({ when: justified === 'no', value: done, field: 'done', message, context })
    }),
})

/** The clock runs from when the review became aware of it. The assessment is kept either way (art. 33(5)). */
const breach = defineTask({
  kind: 'assessBreach',
  title: { da: 'Vurdér brud på persondatasikkerheden', en: 'Assess a breach of personal data' },
  role: 'dataProtectionOfficer',
  unit: 'early-help',
  rule: 'breach-report',
  escalatesTo: ['teamLeader', 'nextManager'],
  form: z
    .object({
      breach: yesNo.meta({ title: 'Er det et brud på persondatasikkerheden?' }),
      why: freeText('Begrundelse'),
      reported: yesNo.optional().meta({ title: 'Er det anmeldt til Datatilsynet (art. 33)?' }),
      reportedOn: isoDate.optional().meta({ title: 'Anmeldt den' }),
      notReportedWhy: freeText(
        'Hvorfor er det usandsynligt, at der er en risiko (art. 33, stk. 1)?',
      ).optional(),
      told: yesNo.optional().meta({ title: 'Er de registrerede underrettet (art. 34)?' }),
      toldOn: isoDate.optional().meta({ title: 'Underrettet den' }),
      notToldWhy: freeText('Hvorfor underrettes de ikke?').optional(),
    })
    .check(context => {
      const { breach, reported, reportedOn, notReportedWhy, told, toldOn, notToldWhy } = context.value
      const need = (when: boolean, field: string, value: unknown, message: string) =>
        requireWhen({ when, value, field, message, context })
      const isBreach = breach === 'yes'
      need(isBreach, 'reported', reported, 'Vælg om bruddet er anmeldt')
      need(isBreach && reported === 'yes', 'reportedOn', reportedOn, 'Skriv hvornår det er anmeldt')
      need(isBreach && reported === 'no', 'notReportedWhy', notReportedWhy, 'Skriv hvorfor det ikke anmeldes')
      need(isBreach, 'told', told, 'Vælg om de registrerede er underrettet')
      need(isBreach && told === 'yes', 'toldOn', toldOn, 'Skriv hvornår de er underrettet')
      need(isBreach && told === 'no', 'notToldWhy', notToldWhy, 'Skriv hvorfor de ikke underrettes')
    }),
})

/** A question as it is asked in some unit. */
type InUnit<T extends TaskDefinition> = TaskDefinition<string, T['form']>

/** The questions of a review in one unit. */
export interface AccessReviewTasks {
  readonly review: InUnit<typeof review>
  readonly breach: InUnit<typeof breach>
}

const earlyHelp: AccessReviewTasks = { review, breach }
const familyGroup: AccessReviewTasks = {
  review: {
    ...review,
    kind: 'reviewUrgentAccessInFamilyGroup',
    role: 'familyGroupLeader',
    unit: 'family-group',
  },
  breach: {
    ...breach,
    kind: 'assessBreachInFamilyGroup',
    unit: 'family-group',
    escalatesTo: ['familyGroupLeader', 'nextManager'],
  },
}
const familyHouse: AccessReviewTasks = {
  review: {
    ...review,
    kind: 'reviewUrgentAccessInFamilyHouse',
    role: 'familyHouseLeader',
    unit: 'family-house',
  },
  breach: {
    ...breach,
    kind: 'assessBreachInFamilyHouse',
    unit: 'family-house',
    escalatesTo: ['familyHouseLeader', 'nextManager'],
  },
}

const byUnit: Partial<Record<Unit, AccessReviewTasks>> = {
  'family-group': familyGroup,
  'duty-office': familyGroup,
  'family-house': familyHouse,
}

/** What is asked about an access to a part that a unit holds. */
export function accessReviewTasks(unit: Unit): AccessReviewTasks {
  return byUnit[unit] ?? earlyHelp
}

/** Every one of them. */
export const allAccessReviewTasks: readonly TaskDefinition[] = [earlyHelp, familyGroup, familyHouse].flatMap(
  ({ review, breach }) => [review, breach],
)
