import type { z } from 'zod'
import { codeList } from './code-list.js'

/**
 * How sure a login is of who it is, lowest first.
 * Source: NSIS 2.0.1, the national standard for identities' assurance levels (sikringsniveauer).
 */
export const assurances = codeList({
  low: ['Lav', 'Low'],
  substantial: ['Betydelig', 'Substantial'],
  high: ['Høj', 'High'],
})
export const assurance = assurances.schema
export type Assurance = z.infer<typeof assurance>

/** Whether a level is the one wanted or a higher one. */
export function meetsAssurance(level: Assurance, wanted: Assurance): boolean {
  return assurances.codes.indexOf(level) >= assurances.codes.indexOf(wanted)
}
