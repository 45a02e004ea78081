import { z } from 'zod'
import type { Unit } from '../codes/index.js'
import { freeText, personId } from '../forms/index.js'
import { defineTask, type TaskDefinition } from './define.js'
import { requireWhen } from './shared-fields.js'

/** The deputy has a conflict of interest in some cases: the leader names another colleague, or leaves them. */
const leftoverTask = defineTask({
  kind: 'leftover',
  title: { da: 'Fordel det, der ikke kunne overdrages', en: 'Place what could not be handed over' },
  role: 'teamLeader',
  unit: 'early-help',
  rule: 'conflict-reassign',
  escalatesTo: ['nextManager'],
  form: z
    .object({
      decision: z.enum(['handOver', 'leave']).meta({ title: 'Hvad nu' }),
      to: personId.optional().meta({ title: 'Anden medarbejder' }),
      why: freeText('Bemærkning').optional(),
    })
    .check(context => {
      const { decision, to } = context.value
      const message = 'Vælg den kollega, der får sagerne'
      requireWhen({ when: decision === 'handOver', value: to, field: 'to', message, context })
    }),
})

const inFamilyGroup = defineTask({
  ...leftoverTask,
  kind: 'leftoverInFamilyGroup',
  role: 'familyGroupLeader',
  unit: 'family-group',
})

const inFamilyHouse = defineTask({
  ...leftoverTask,
  kind: 'leftoverInFamilyHouse',
  role: 'familyHouseLeader',
  unit: 'family-house',
})

/** What a unit's leader is asked about cases that the deputy cannot take. */
export const leftoverTasks: Readonly<Record<Unit, TaskDefinition>> = {
  'early-help': leftoverTask,
  institution: leftoverTask,
  ppr: leftoverTask,
  'health-visitors': leftoverTask,
  'job-centre': leftoverTask,
  'family-group': inFamilyGroup,
  'duty-office': inFamilyGroup,
  'family-house': inFamilyHouse,
}
