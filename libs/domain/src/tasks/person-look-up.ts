import { z } from 'zod'
import { custodyRelation, personStatus } from '../codes/index.js'
import { civilNumber, freeText } from '../forms/index.js'
import { defineTask } from './define.js'
import { knownElsewhere } from './known-elsewhere.js'
import { requireWhen } from './shared-fields.js'

/**
 * S6: the register of persons does not answer, or not about this number. Somebody checks the number, or looks the child up
 * by hand and says what they saw. `about` is why.
 */
export const checkPersonTask = defineTask({
  kind: 'checkPerson',
  title: {
    da: 'Kontrollér CPR-nummeret, eller slå barnet op i hånden',
    en: 'Check the CPR number, or look the child up by hand',
  },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'person-check',
  form: z
    .object({
      outcome: z.enum(['seenByHand', 'numberCorrected', 'notInRegister']).meta({
        title: 'Hvad blev det til?',
        description:
          'Slået op i hånden; nummeret var forkert, og her er det rigtige; eller findes ikke i CPR',
      }),
      civilNumber: civilNumber('Rettet CPR-nummer').optional(),
      status: personStatus.optional().meta({ title: 'Status i CPR' }),
      protectedAddress: z.boolean().optional().meta({ title: 'Beskyttet adresse' }),
      custody: z.array(custodyRelation).max(4).optional().meta({ title: 'Forældremyndighed i CPR' }),
      livesHere: z.boolean().optional().meta({ title: 'Bor i kommunen' }),
      why: freeText('Bemærkning').optional(),
      known: z
        .array(knownElsewhere)
        .optional()
        .meta({ title: 'Kendt andetsteds', description: 'Looked up, not asked' }),
    })
    .check(context => {
      const { outcome, civilNumber: number, status, protectedAddress, custody, why } = context.value
      const seen = outcome === 'seenByHand'
      const of = { status, protectedAddress, custody }
      for (const [field, value] of Object.entries(of)) {
        requireWhen({ when: seen, value, field, message: 'Skriv hvad opslaget viste', context })
      }
      requireWhen({
        when: outcome === 'numberCorrected',
        value: number,
        field: 'civilNumber',
        message: 'Skriv det rigtige nummer',
        context,
      })
      requireWhen({
        when: outcome === 'notInRegister',
        value: why,
        field: 'why',
        message: 'Skriv hvorfor barnet ikke findes i CPR',
        context,
      })
    }),
})

/** S6: the register says that the child does not live where help can reach them. Nothing closes by itself. */
export const awayTask = defineTask({
  kind: 'away',
  title: {
    da: 'Barnet er udrejst, forsvundet eller uden bopæl: beslut hvad nu',
    en: 'The child is emigrated, missing or without a residence: decide what now',
  },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'next-step',
  form: z.object({
    decision: z
      .enum(['goOn', 'notify', 'toClose'])
      .meta({ title: 'Beslutning', description: 'Sagen går videre; der underrettes; sagen lukkes' }),
    why: freeText('Hvad er gjort, og hvem har fået besked'),
  }),
})

/** The same in the family group, once it has taken over. */
export const awayInFamilyGroupTask = defineTask({
  ...awayTask,
  kind: 'awayInFamilyGroup',
  role: 'familyCaseworker',
  unit: 'family-group',
  escalatesTo: ['familyGroupLeader'],
})
