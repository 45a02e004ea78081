import { z } from 'zod'
import type { Unit } from '../codes/index.js'
import { freeText, isoDate, personId } from '../forms/index.js'
import { handingOver } from '../letters/index.js'
import { defineTask, type TaskDefinition } from './define.js'
import { addressLookedFor, requireWhen } from './shared-fields.js'

/** Somebody declared a conflict of interest: the leader, or the next one up, gives the work to somebody else. */
export const reassignTask = defineTask({
  kind: 'reassign',
  title: { da: 'Fordel sagen på ny (inhabilitet)', en: 'Reassign the case (conflict of interest)' },
  role: 'teamLeader',
  unit: 'early-help',
  rule: 'conflict-reassign',
  escalatesTo: ['nextManager'],
  form: z.object({ to: personId.meta({ title: 'Ny medarbejder' }) }),
})

/** The same in the family group, where its own leader reassigns. */
export const reassignInFamilyGroupTask = defineTask({
  ...reassignTask,
  kind: 'reassignInFamilyGroup',
  role: 'familyGroupLeader',
  unit: 'family-group',
})

/** The same in the family house. */
export const reassignInFamilyHouseTask = defineTask({
  ...reassignTask,
  kind: 'reassignInFamilyHouse',
  role: 'familyHouseLeader',
  unit: 'family-house',
})

/**
 * The duty to notify (BL § 133) is personal and goes before every other step. In a process that does not itself turn
 * into a notification, whoever sees the danger says here what they did; unread, it is shown to the leader.
 */
export const dutyTask = defineTask({
  kind: 'duty',
  title: { da: 'Underretningspligt: gør det nu', en: 'Duty to notify: do it now' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'duty-unread',
  form: z.object({
    done: z.enum(['notified', 'policeCalled', 'persuadedToCome', 'noDuty']).meta({ title: 'Hvad er gjort' }),
    why: freeText('Hvad er set og hørt, og hvad er gjort'),
  }),
})

/** The same in the family group. */
export const dutyInFamilyGroupTask = defineTask({
  ...dutyTask,
  kind: 'dutyInFamilyGroup',
  role: 'familyCaseworker',
  unit: 'family-group',
  escalatesTo: ['familyGroupLeader'],
})

/** The same in the family house. */
export const dutyInFamilyHouseTask = defineTask({
  ...dutyTask,
  kind: 'dutyInFamilyHouse',
  role: 'familyHouseTherapist',
  unit: 'family-house',
  escalatesTo: ['familyHouseLeader'],
})

/**
 * A letter that no system brings, or that came back. Until somebody says when it was handed over it starts no clock.
 * `about` is the letter and who it is for.
 */
export const byHandTask = defineTask({
  kind: 'deliverLetter',
  title: { da: 'Aflevér brevet', en: 'Hand the letter over' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'letter-by-hand',
  form: z
    .object({
      outcome: z.enum(['handedOver', 'sendAgain', 'notPossible']).meta({
        title: 'Hvad blev det til?',
        description: 'Afleveret; adressen er rettet, send igen; eller kan ikke afleveres',
      }),
      deliveredOn: isoDate.optional().meta({ title: 'Afleveret den' }),
      how: handingOver.optional().meta({ title: 'Hvordan?' }),
      handedOverBy: personId.optional().meta({ title: 'Afleveret af, hvis det var en anden end dig' }),
      why: freeText('Hvorfor kan brevet ikke afleveres?').optional(),
      addressLookedFor,
    })
    .check(context => {
      const { outcome, deliveredOn, how, why } = context.value
      const there = outcome === 'handedOver'
      requireWhen({ when: there, value: deliveredOn, field: 'deliveredOn', message: 'Vælg dagen', context })
      requireWhen({ when: there, value: how, field: 'how', message: 'Vælg hvordan', context })
      const gone = outcome === 'notPossible'
      requireWhen({ when: gone, value: why, field: 'why', message: 'Skriv hvorfor', context })
    }),
})

/** The same in the family group. */
export const byHandInFamilyGroupTask = defineTask({
  ...byHandTask,
  kind: 'deliverLetterInFamilyGroup',
  role: 'familyCaseworker',
  unit: 'family-group',
  escalatesTo: ['familyGroupLeader'],
})

/** The same in the family house. */
export const byHandInFamilyHouseTask = defineTask({
  ...byHandTask,
  kind: 'deliverLetterInFamilyHouse',
  role: 'familyHouseTherapist',
  unit: 'family-house',
  escalatesTo: ['familyHouseLeader'],
})

/** What can be asked in any process, by the unit that runs it. */
interface AnyProcess {
  readonly reassign: TaskDefinition
  readonly duty: TaskDefinition
  readonly byHand: TaskDefinition<string, typeof byHandTask.form>
}

const earlyHelp: AnyProcess = { reassign: reassignTask, duty: dutyTask, byHand: byHandTask }
const familyGroup: AnyProcess = {
  reassign: reassignInFamilyGroupTask,
  duty: dutyInFamilyGroupTask,
  byHand: byHandInFamilyGroupTask,
}

/** The tasks of a unit that any process may ask. */
export const anyProcessTasks: Readonly<Record<Unit, AnyProcess>> = {
  'early-help': earlyHelp,
  institution: earlyHelp,
  ppr: earlyHelp,
  'health-visitors': earlyHelp,
  'job-centre': earlyHelp,
  'family-group': familyGroup,
  'duty-office': familyGroup,
  'family-house': {
    reassign: reassignInFamilyHouseTask,
    duty: dutyInFamilyHouseTask,
    byHand: byHandInFamilyHouseTask,
  },
}
