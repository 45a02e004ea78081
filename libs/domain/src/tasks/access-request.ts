import { z } from 'zod'
import {
  accessRefusal,
  identityProof,
  otherParentCheck,
  redaction,
  redactionGround,
  type AccessKind,
  type Unit,
} from '../codes/index.js'
import { freeText, isoDate, vaultRef } from '../forms/index.js'
import { defineTask, type TaskDefinition } from './define.js'
import { addressLookedFor, requireWhen } from './shared-fields.js'

/** Whoever asks is who they say, and may ask about this child (art. 12(6); FVL § 9). */
const verify = defineTask({
  kind: 'verifyRequester',
  title: { da: 'Bekræft hvem der spørger', en: 'Verify who asks' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'access-step',
  form: z.object({
    proof: identityProof.meta({ title: 'Hvordan er identiteten bekræftet?' }),
    note: freeText('Bemærkning').optional(),
  }),
})

/** What the administration holds is listed already; what lies elsewhere is added by those who know the case. */
const collect = defineTask({
  kind: 'collectAccess',
  title: { da: 'Saml oplysningerne i sagen', en: 'Collect what is held in the case' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'access-step',
  form: z.object({
    leftOut: z
      .array(vaultRef)
      .max(500)
      .default([])
      .meta({ title: 'Tekster, der ikke er om den, der spørger' }),
    elsewhere: freeText('Hvad der ligger andre steder').optional(),
  }),
})

/** One text. `about` is its reference. */
const redact = defineTask({
  kind: 'redactText',
  title: { da: 'Gennemgå en tekst før den vises', en: 'Go through a text before it is shown' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'access-step',
  form: z
    .object({
      decision: redaction.meta({ title: 'Vises teksten?' }),
      grounds: z.array(redactionGround).max(5).optional().meta({ title: 'Hvorfor ikke i sin helhed?' }),
      shown: freeText('Teksten, som den vises').optional(),
      why: freeText('Begrundelse').optional(),
      addressLookedFor,
    })
    .check(context => {
      const { decision, grounds, shown, why } = context.value
      const need = (when: boolean, value: unknown, field: string, message: string) =>
        requireWhen({ when, value, field, message, context })
      const notWhole = decision !== 'show'
      need(notWhole, grounds?.[0], 'grounds', 'Vælg hvorfor teksten ikke vises i sin helhed')
      need(decision === 'redact', shown, 'shown', 'Skriv teksten, som den vises')
      need(decision === 'withhold', why, 'why', 'Skriv hvorfor teksten ikke vises')
    }),
})

/** Before anything leaves: does it tell one parent about the other? */
const otherParent = defineTask({
  kind: 'checkOtherParent',
  title: { da: 'Står der noget om den anden forælder?', en: 'Does it tell of the other parent?' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'access-step',
  form: z.object({
    found: otherParentCheck.meta({ title: 'Den anden forælder' }),
    note: freeText('Bemærkning').optional(),
  }),
})

/** A leader lets the answer out, sends it back, or refuses it with a reason: a guide to complaints goes with it. */
const release = defineTask({
  kind: 'releaseAccess',
  title: { da: 'Godkend svaret på anmodningen', en: 'Release the answer to the request' },
  role: 'teamLeader',
  unit: 'early-help',
  rule: 'access-step',
  escalatesTo: ['nextManager'],
  form: z
    .object({
      decision: z.enum(['send', 'back', 'refuse']).meta({ title: 'Svaret' }),
      refusal: accessRefusal.optional().meta({ title: 'Hvorfor afslås det?' }),
      again: z.array(vaultRef).max(500).default([]).meta({ title: 'Tekster, der skal gennemgås igen' }),
      why: freeText('Begrundelse til den, der spørger').optional(),
      addressLookedFor,
    })
    .check(context => {
      const { decision, refusal, why } = context.value
      const refused = decision === 'refuse'
      requireWhen({ when: refused, value: refusal, field: 'refusal', message: 'Vælg grunden', context })
      requireWhen({ when: decision !== 'send', value: why, field: 'why', message: 'Skriv hvorfor', context })
    }),
})

/** The month of art. 12(3) runs beside the steps. Its only answer moves it, with a reason told in time. */
const subjectClock = defineTask({
  kind: 'subjectAccessClock',
  title: { da: 'Svar inden en måned, eller forlæng', en: 'Answer within a month, or extend' },
  role: 'teamLeader',
  unit: 'early-help',
  rule: 'subject-access',
  escalatesTo: ['teamLeader', 'nextManager'],
  form: z.object({ why: freeText('Hvorfor svaret tager længere tid') }),
})

/** After the extension: three months from the request in all, and no further extension. */
const extendedClock = defineTask({
  ...subjectClock,
  kind: 'extendedAccessClock',
  title: { da: 'Svar inden den forlængede frist', en: 'Answer within the extended time' },
  rule: 'subject-access-extended',
  form: z.object({ why: freeText('Hvad der gøres for at svare nu') }),
})

/** Seven working days of FVL § 16; then the reason and the expected date are told. */
const fileClock = defineTask({
  ...subjectClock,
  kind: 'fileAccessClock',
  title: {
    da: 'Svar inden 7 arbejdsdage, eller oplys hvornår',
    en: 'Answer within 7 working days, or say when',
  },
  rule: 'file-access',
  form: z.object({
    expectedOn: isoDate.meta({ title: 'Hvornår kan svaret ventes?' }),
    why: freeText('Hvorfor svaret tager længere tid'),
  }),
})

/** A question as it is asked in some unit. */
type InUnit<T extends TaskDefinition> = TaskDefinition<string, T['form']>

/** The questions of an access request in one unit. */
export interface AccessTasks {
  readonly verify: InUnit<typeof verify>
  readonly collect: InUnit<typeof collect>
  readonly redact: InUnit<typeof redact>
  readonly otherParent: InUnit<typeof otherParent>
  readonly release: InUnit<typeof release>
  readonly clocks: Readonly<Record<AccessKind, TaskDefinition>>
  readonly extendedClock: InUnit<typeof extendedClock>
}

const earlyHelp: AccessTasks = {
  verify,
  collect,
  redact,
  otherParent,
  release,
  clocks: { subjectAccess: subjectClock, fileAccess: fileClock },
  extendedClock,
}

const worker = { role: 'familyCaseworker', unit: 'family-group', escalatesTo: ['familyGroupLeader'] } as const
const leader = {
  role: 'familyGroupLeader',
  unit: 'family-group',
  escalatesTo: ['familyGroupLeader'],
} as const

const familyGroup: AccessTasks = {
  verify: { ...verify, ...worker, kind: 'verifyRequesterInFamilyGroup' },
  collect: { ...collect, ...worker, kind: 'collectAccessInFamilyGroup' },
  redact: { ...redact, ...worker, kind: 'redactTextInFamilyGroup' },
  otherParent: { ...otherParent, ...worker, kind: 'checkOtherParentInFamilyGroup' },
  release: { ...release, ...leader, kind: 'releaseAccessInFamilyGroup' },
  clocks: {
    subjectAccess: { ...subjectClock, ...leader, kind: 'subjectAccessClockInFamilyGroup' },
    fileAccess: { ...fileClock, ...leader, kind: 'fileAccessClockInFamilyGroup' },
  },
  extendedClock: {
    ...extendedClock,
    ...leader,
    kind: 'extendedAccessClockInFamilyGroup',
  },
}

/** What a unit's people are asked: in social services the family group answers for the whole administration. */
export function accessTasks(unit: Unit): AccessTasks {
  return unit === 'family-group' ? familyGroup : earlyHelp
}

/** Every one of them. */
export const allAccessTasks: readonly TaskDefinition[] = [earlyHelp, familyGroup].flatMap(
  ({ clocks, ...tasks }) => [...Object.values<TaskDefinition>(tasks), ...Object.values(clocks)],
)
