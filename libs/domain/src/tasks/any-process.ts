import { z } from 'zod'
import type { Unit } from '../codes/index.js'
import { freeText, personId } from '../forms/index.js'
import { defineTask, type TaskDefinition } from './define.js'

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

/** What can be asked in any process, by the unit that runs it. */
interface AnyProcess {
  readonly reassign: TaskDefinition
  readonly duty: TaskDefinition
}

const earlyHelp: AnyProcess = { reassign: reassignTask, duty: dutyTask }
const familyGroup: AnyProcess = { reassign: reassignInFamilyGroupTask, duty: dutyInFamilyGroupTask }

/** The tasks of a unit that any process may ask. */
export const anyProcessTasks: Readonly<Record<Unit, AnyProcess>> = {
  'early-help': earlyHelp,
  institution: earlyHelp,
  ppr: earlyHelp,
  'health-visitors': earlyHelp,
  'job-centre': earlyHelp,
  'family-group': familyGroup,
  'duty-office': familyGroup,
  'family-house': { reassign: reassignInFamilyHouseTask, duty: dutyInFamilyHouseTask },
}
