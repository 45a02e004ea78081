import { z } from 'zod'
import { giverRole } from '../../codes/index.js'
import { civilNumber, freeText, identifying, personId, vaultRef } from '../../forms/index.js'
import { documentBasis, documentKind } from '../../contracts/document.js'
import { defineTask } from '../define.js'
import { knownElsewhere } from '../known-elsewhere.js'
import { closing, requireWhen, voices } from '../shared-fields.js'

/** S6: the child is identified, custody and protection are verified. */
export const identifyTask = defineTask({
  kind: 'identify',
  title: { da: 'Identificér barnet', en: 'Identify the child' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'next-step',
  form: z.object({
    childName: identifying('Barnets navn'),
    civilNumber: civilNumber('CPR-nummer').optional(),
    temporaryId: z.boolean().default(false).meta({ title: 'Midlertidigt id (uden CPR-nummer)' }),
    custodyVerified: z.boolean().meta({ title: 'Forældremyndigheden svarer til samtykket' }),
    protectedAddress: z.boolean().default(false).meta({ title: 'Beskyttet adresse' }),
    parents: z
      .array(
        z.object({
          parent: giverRole.extract(['mother', 'father', 'coParent', 'guardian']),
          name: identifying('Navn').optional(),
          civilNumber: civilNumber('CPR-nummer'),
        }),
      )
      .max(4)
      .optional()
      .meta({ title: 'Forældre' }),
    known: z
      .array(knownElsewhere)
      .optional()
      .meta({ title: 'Kendt andetsteds', description: 'Looked up, not asked' }),
  }),
})

/** S7: the referral as it will be sent. What is previewed is exactly what crosses. */
export const referralTask = defineTask({
  kind: 'referral',
  title: { da: 'Skriv og send henvisningen', en: 'Write and send the referral' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'next-step',
  form: z.object({
    to: z.enum(['family-group']).default('family-group').meta({ title: 'Til' }),
    reason: freeText('Årsag'),
    tried: freeText('Hvad er prøvet').optional(),
    resources: freeText('Ressourcer og netværk').optional(),
    wantedHelp: freeText('Ønsket hjælp').optional(),
    attachments: z
      .array(
        z.object({
          document: z.string().regex(/^d_[a-z0-9]+$/),
          basis: documentBasis,
          ref: vaultRef.optional().meta({ description: 'Where it lies; looked up, not asked' }),
          kind: documentKind
            .optional()
            .meta({ description: 'As the document was filed; looked up, not asked' }),
        }),
      )
      .default([])
      .meta({ title: 'Bilag' }),
    interpreter: z.boolean().default(false).meta({ title: 'Tolk' }),
    ...voices,
  }),
})

/** S7: the family group said no. The social worker decides what then. */
export const declinedTask = defineTask({
  kind: 'declined',
  title: { da: 'Henvisningen er afvist: beslut hvad nu', en: 'The referral was declined: decide what now' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'declined-decide',
  form: z
    .object({
      decision: z
        .enum(['offerAgain', 'redirect', 'counselling', 'followUp', 'close', 'duty'])
        .meta({ title: 'Beslutning' }),
      why: freeText('Begrundelse'),
      caseworker: personId.optional().meta({ title: 'Familiens rådgiver' }),
      closing: closing.optional(),
      ...voices,
    })
    .check(context => {
      requireWhen({
        when: context.value.decision === 'redirect',
        value: context.value.caseworker,
        field: 'caseworker',
        message: 'Vælg den rådgiver, familien har',
        context,
      })
    }),
})

/** S6: two cases are of one child. Their raisers are never told of each other. */
export const mergeTask = defineTask({
  kind: 'merge',
  title: { da: 'Barnet har en anden sag: læg dem sammen?', en: 'The child has another case: merge them?' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'next-step',
  form: z.object({
    decision: z.enum(['merge', 'keepApart']).meta({ title: 'Beslutning' }),
    why: freeText('Begrundelse'),
  }),
})
