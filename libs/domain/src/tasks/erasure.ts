import { z } from 'zod'
import { erasureObstacle, retentionDecision, retentionReason, type Unit } from '../codes/index.js'
import { freeText, isoDate } from '../forms/index.js'
import { defineTask, type TaskDefinition } from './define.js'
import { requireWhen } from './shared-fields.js'

/** The law may forbid it: duty to record, archive, a claim. Whatever is decided has a reason. */
const check = defineTask({
  kind: 'checkErasure',
  title: { da: 'Må sagen slettes?', en: 'May the case be erased?' },
  role: 'teamLeader',
  unit: 'early-help',
  rule: 'erasure-answer',
  escalatesTo: ['nextManager'],
  form: z
    .object({
      decision: z.enum(['erase', 'refuse']).meta({ title: 'Afgørelse' }),
      obstacle: erasureObstacle.optional().meta({ title: 'Hvad hindrer det?' }),
      why: freeText('Begrundelse'),
    })
    .check(context => {
      const { decision, obstacle } = context.value
      const message = 'Vælg hvad der hindrer det'
      requireWhen({ when: decision === 'refuse', value: obstacle, field: 'obstacle', message, context })
    }),
})

/** Nothing is erased by one person alone. */
const approve = defineTask({
  kind: 'approveErasure',
  title: { da: 'Godkend sletningen', en: 'Approve the erasure' },
  role: 'teamLeader',
  unit: 'early-help',
  rule: 'erasure-approve',
  escalatesTo: ['nextManager'],
  form: z
    .object({
      decision: z.enum(['approve', 'refuse']).meta({ title: 'Godkendes det?' }),
      why: freeText('Begrundelse').optional(),
    })
    .check(context => {
      const { decision, why } = context.value
      requireWhen({
        when: decision === 'refuse',
        value: why,
        field: 'why',
        message: 'Skriv hvorfor',
        context,
      })
    }),
})

const decided = z.object({
  case: z
    .string()
    .regex(/^[0-9a-z]{8,12}$/)
    .meta({ title: 'Sag' }),
  decision: retentionDecision.meta({ title: 'Afgørelse' }),
  reason: retentionReason.optional().meta({ title: 'Hvorfor beholdes den?' }),
  nextOn: isoDate.optional().meta({ title: 'Ses på igen den' }),
})

/** One answer for the whole list, and another for the cases that are named. */
const decide = defineTask({
  kind: 'decideRetention',
  title: { da: 'Tag stilling til månedens slettefrister', en: "Decide on the month's retention list" },
  role: 'teamLeader',
  unit: 'early-help',
  rule: 'retention-decide',
  escalatesTo: ['nextManager'],
  form: z
    .object({
      others: z.enum(['erase', 'archive']).meta({ title: 'Alle sager, der ikke er nævnt' }),
      named: z.array(decided).max(500).default([]).meta({ title: 'Andre afgørelser' }),
      why: freeText('Bemærkning').optional(),
    })
    .check(context => {
      const { named } = context.value
      named.forEach(({ decision, reason, nextOn }, i) => {
        const when = decision === 'keep'
        const need = (value: unknown, field: string, message: string) =>
          requireWhen({ when, value, field: `named.${String(i)}.${field}`, message, context })
        need(reason, 'reason', 'Vælg hvorfor sagen beholdes')
        need(nextOn, 'nextOn', 'Vælg hvornår sagen ses på igen')
      })
    }),
})

/** The list as a whole is approved by a second person, or goes back. */
const approveList = defineTask({
  ...approve,
  kind: 'approveRetention',
  title: { da: 'Godkend månedens sletninger', en: "Approve the month's erasures" },
  form: z
    .object({
      decision: z.enum(['approve', 'back']).meta({ title: 'Godkendes listen?' }),
      why: freeText('Begrundelse').optional(),
    })
    .check(context => {
      const { decision, why } = context.value
      requireWhen({ when: decision === 'back', value: why, field: 'why', message: 'Skriv hvorfor', context })
    }),
})

/**
 * Where the case system has no interface: the family group's leader sees to it that the case is gone there too. Which case
 * it is stands in the erasure until it is done.
 */
export const eraseInCaseSystemTask = defineTask({
  kind: 'eraseInCaseSystem',
  title: { da: 'Slet sagen i fagsystemet', en: 'Erase the case in the case system' },
  role: 'familyGroupLeader',
  unit: 'family-group',
  rule: 'case-system-erasure',
  escalatesTo: ['nextManager'],
  form: z.object({
    found: z.enum(['erased', 'wasNotThere']).meta({ title: 'Er sagen slettet i fagsystemet?' }),
  }),
})

/** A question as it is asked in some unit. */
type InUnit<T extends TaskDefinition> = TaskDefinition<string, T['form']>

/** The questions of erasure and retention in one unit. */
export interface ErasureTasks {
  readonly check: InUnit<typeof check>
  readonly approve: InUnit<typeof approve>
  readonly decide: InUnit<typeof decide>
  readonly approveList: InUnit<typeof approveList>
}

const leader = {
  role: 'familyGroupLeader',
  unit: 'family-group',
  escalatesTo: ['familyGroupLeader'],
} as const

/** The second pair of eyes in social services: the administration's other leader. */
const otherLeader = {
  role: 'familyHouseLeader',
  unit: 'family-house',
  escalatesTo: ['familyGroupLeader'],
} as const

const earlyHelp: ErasureTasks = { check, approve, decide, approveList }
const familyGroup: ErasureTasks = {
  check: { ...check, ...leader, kind: 'checkErasureInFamilyGroup' },
  approve: { ...approve, ...otherLeader, kind: 'approveErasureInFamilyGroup' },
  decide: { ...decide, ...leader, kind: 'decideRetentionInFamilyGroup' },
  approveList: { ...approveList, ...otherLeader, kind: 'approveRetentionInFamilyGroup' },
}

/** What a unit's people are asked: in social services the family group answers for the whole administration. */
export function erasureTasks(unit: Unit): ErasureTasks {
  return unit === 'family-group' ? familyGroup : earlyHelp
}

/** Every one of them. */
export const allErasureTasks: readonly TaskDefinition[] = [
  ...[earlyHelp, familyGroup].flatMap(({ check, approve, decide, approveList }) => [
    check,
    approve,
    decide,
    approveList,
  ]),
  eraseInCaseSystemTask,
]
