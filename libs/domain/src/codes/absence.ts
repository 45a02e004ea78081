import type { z } from 'zod'
import { codeList } from './code-list.js'

/** Kinds of absence as a school notes them, mildest first. Source: rule `absence-note`. */
export const absenceKinds = codeList({
  sick: ['Sygdom', 'Sick'],
  permitted: ['Lovligt fravær', 'Permitted'],
  unlawful: ['Ulovligt fravær', 'Unlawful'],
})
export const absenceKind = absenceKinds.schema
export type AbsenceKind = z.infer<typeof absenceKind>

/** Of what part of a school day: noted in the morning, and in grades 7–10 again in the last lesson. */
export const absenceParts = codeList({
  day: ['Hele dagen', 'The whole day'],
  lastLesson: ['Sidste lektion', 'The last lesson'],
})
export const absencePart = absenceParts.schema
export type AbsencePart = z.infer<typeof absencePart>

/** What a quarter's unlawful absence asks for. Source: rules `absence-warning` and `absence-notify`. */
export const absenceThresholds = codeList({
  none: ['Under grænserne', 'Below the thresholds'],
  warning: ['Forældrene skal advares', 'Parents are to be warned'],
  notify: ['Skolelederen skal underrette kommunen', 'The head of school is to notify the municipality'],
})
export const absenceThreshold = absenceThresholds.schema
export type AbsenceThreshold = z.infer<typeof absenceThreshold>
