import { z } from 'zod'
import { moveBasis, type Unit } from '../codes/index.js'
import { freeText, isoDate } from '../forms/index.js'
import { defineTask, type TaskDefinition } from './define.js'
import { awayInFamilyGroupTask, awayTask, checkPersonTask } from './person-look-up.js'
import { requireWhen } from './shared-fields.js'

/**
 * The register says that the child has moved (BL § 132). The task stays open, and its leader is told, until the new
 * municipality has given its receipt: so long the responsibility lies here.
 */
export const movedTask = defineTask({
  kind: 'moved',
  title: { da: 'Barnet er flyttet: send sagen videre', en: 'The child has moved: send the case on' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'move-send',
  form: z
    .object({
      basis: moveBasis.meta({ title: 'Materialet sendes på grundlag af' }),
      sentOn: isoDate.optional().meta({ title: 'Sendt den' }),
      receiptOn: isoDate.optional().meta({ title: 'Den nye kommune kvitterede den' }),
      why: freeText('Begrundelse'),
    })
    .check(context => {
      const { basis, sentOn, receiptOn } = context.value
      const when = basis !== 'nothingSent'
      requireWhen({ when, value: sentOn, field: 'sentOn', message: 'Skriv hvornår det er sendt', context })
      requireWhen({
        when,
        value: receiptOn,
        field: 'receiptOn',
        message: 'Ansvaret er her, til den nye kommune har kvitteret: skriv hvornår den gjorde det',
        context,
      })
    }),
})

/** The same in the family group, once it has taken over. */
export const movedInFamilyGroupTask = defineTask({
  ...movedTask,
  kind: 'movedInFamilyGroup',
  role: 'familyCaseworker',
  unit: 'family-group',
  escalatesTo: ['familyGroupLeader'],
})

/** Custody is not as it was: whoever holds it now is asked, or nothing more is shared. */
export const custodyChangedTask = defineTask({
  kind: 'custodyChanged',
  title: {
    da: 'Forældremyndigheden er ændret: spørg om samtykke på ny',
    en: 'Custody has changed: ask for consent anew',
  },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'next-step',
  form: z.object({
    decision: z.enum(['askAnew', 'nothingToShare']).meta({ title: 'Beslutning' }),
    why: freeText('Begrundelse'),
  }),
})

/** The same in the family group, once it has taken over: nothing is taken back, and whoever helps looks at it. */
export const custodyChangedInFamilyGroupTask = defineTask({
  kind: 'custodyChangedInFamilyGroup',
  title: {
    da: 'Forældremyndigheden er ikke som oplyst: hvem skal høres og samtykke',
    en: 'Custody is not as it was told: who has to be heard and to consent',
  },
  role: 'familyCaseworker',
  unit: 'family-group',
  rule: 'next-step',
  escalatesTo: ['familyGroupLeader'],
  form: z.object({
    decision: z.enum(['heardAnew', 'nothingChanges']).meta({
      title: 'Beslutning',
      description: 'De rette er hørt og har samtykket; eller det ændrer intet i hjælpen',
    }),
    why: freeText('Begrundelse'),
  }),
})

/** Somebody in the case has died. Nothing closes by itself. */
export const diedTask = defineTask({
  kind: 'died',
  title: {
    da: 'Dødsfald i sagen: hvad lukkes, og hvem får besked',
    en: 'A death in the case: what is closed, and who is told',
  },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'next-step',
  form: z.object({
    toClose: freeText('Hvad lukkes, og hvad går videre'),
    toTell: freeText('Hvem har fået besked'),
  }),
})

/** The same in the family group. */
export const diedInFamilyGroupTask = defineTask({
  ...diedTask,
  kind: 'diedInFamilyGroup',
  role: 'familyCaseworker',
  unit: 'family-group',
  escalatesTo: ['familyGroupLeader'],
})

/** What a unit is asked when the register of persons tells something. */
interface RegistryTasks {
  readonly moved: TaskDefinition
  readonly died: TaskDefinition
  readonly away: TaskDefinition
  readonly custodyChanged: TaskDefinition
}

const earlyHelp: RegistryTasks = {
  moved: movedTask,
  died: diedTask,
  away: awayTask,
  custodyChanged: custodyChangedTask,
}
const familyGroup: RegistryTasks = {
  moved: movedInFamilyGroupTask,
  died: diedInFamilyGroupTask,
  away: awayInFamilyGroupTask,
  custodyChanged: custodyChangedInFamilyGroupTask,
}

/** By the unit that runs the process; a unit that runs no case asks as early help does. */
export const registryTasksOf = (unit: Unit): RegistryTasks =>
  unit === 'family-group' || unit === 'duty-office' ? familyGroup : earlyHelp

export const allRegistryTasks: readonly TaskDefinition[] = [
  movedTask,
  movedInFamilyGroupTask,
  custodyChangedTask,
  custodyChangedInFamilyGroupTask,
  diedTask,
  diedInFamilyGroupTask,
  awayTask,
  awayInFamilyGroupTask,
  checkPersonTask,
]
