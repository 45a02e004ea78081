import { z } from 'zod'
import { missedVisitDecision, visitOutcome, visitParticipant } from '../codes/index.js'
import { freeText, isoDate, personId } from '../forms/index.js'
import { defineTask } from './define.js'
import { requireWhen } from './shared-fields.js'

/** A weight of an institution, 1 (light) to 5 (heavy). */
const weight = z.int().min(1).max(5)

/** The need for visits is re-weighed by burden each quarter: a person decides, with the proposal before them. */
export const weighNeedTask = defineTask({
  kind: 'weighNeed',
  title: { da: 'Vej behovet for besøg', en: 'Weigh the need for visits' },
  role: 'teamLeader',
  unit: 'early-help',
  rule: 'visit-weigh',
  escalatesTo: ['nextManager'],
  form: z
    .object({
      decision: z.enum(['accept', 'own']).meta({ title: 'Forslaget' }),
      weights: z
        .array(
          z.object({
            institution: z
              .string()
              .regex(/^[A-Z0-9]{6}$/)
              .meta({ title: 'Institutionsnummer' }),
            weight: weight.meta({ title: 'Vægt (1–5)' }),
          }),
        )
        .max(40)
        .optional()
        .meta({ title: 'Egne vægte; de øvrige institutioner beholder forslagets' }),
      why: freeText('Begrundelse').optional(),
    })
    .check(context => {
      const { decision, weights, why } = context.value
      const own = decision === 'own'
      requireWhen({ when: own, value: weights, field: 'weights', message: 'Skriv vægtene', context })
      requireWhen({ when: own, value: why, field: 'why', message: 'Skriv hvorfor', context })
    }),
})

/** One visit, registered by whoever made it. `about` is the institution's number. */
export const visitTask = defineTask({
  kind: 'visit',
  title: { da: 'Besøg institutionen', en: 'Visit the institution' },
  role: 'socialWorker',
  unit: 'early-help',
  rule: 'agreed-date',
  form: z
    .object({
      outcome: visitOutcome.meta({ title: 'Besøget blev' }),
      heldOn: isoDate.optional().meta({ title: 'Holdt den' }),
      newDate: isoDate.optional().meta({ title: 'Ny dato' }),
      present: z
        .array(
          z.object({
            who: visitParticipant.meta({ title: 'Hvem' }),
            count: z.int().min(1).max(99).meta({ title: 'Antal' }),
          }),
        )
        .max(8)
        .default([])
        .meta({ title: 'Deltagere' }),
      discussed: z
        .array(z.string().regex(/^[0-9a-z]{8,12}$/))
        .max(50)
        .default([])
        .meta({ title: 'Drøftede punkter (sagskoder)' }),
      notes: freeText('Notat').optional(),
      why: freeText('Hvorfor').optional(),
    })
    .check(context => {
      const { outcome, heldOn, newDate, why } = context.value
      const need = (when: boolean, value: unknown, field: string, message: string) =>
        requireWhen({ when, value, field, message, context })
      need(outcome === 'held', heldOn, 'heldOn', 'Skriv hvornår besøget blev holdt')
      need(outcome === 'moved', newDate, 'newDate', 'Vælg en ny dato')
      need(outcome !== 'held', why, 'why', 'Skriv hvorfor besøget ikke blev holdt som planlagt')
    }),
})

/** A visit was missed: the leader decides what becomes of it. */
export const missedVisitTask = defineTask({
  kind: 'missedVisit',
  title: { da: 'Et besøg blev ikke holdt', en: 'A visit was missed' },
  role: 'teamLeader',
  unit: 'early-help',
  rule: 'visit-missed',
  escalatesTo: ['nextManager'],
  form: z
    .object({
      decision: missedVisitDecision.meta({ title: 'Hvad nu' }),
      newDate: isoDate.optional().meta({ title: 'Ny dato' }),
      person: personId.optional().meta({ title: 'Kollega' }),
      why: freeText('Begrundelse').optional(),
    })
    .check(context => {
      const { decision, newDate, person, why } = context.value
      const need = (when: boolean, value: unknown, field: string, message: string) =>
        requireWhen({ when, value, field, message, context })
      need(decision !== 'cancel', newDate, 'newDate', 'Vælg en ny dato')
      need(decision === 'colleague', person, 'person', 'Vælg den kollega, der tager besøget')
      need(decision === 'cancel', why, 'why', 'Skriv hvorfor besøget aflyses')
    }),
})
