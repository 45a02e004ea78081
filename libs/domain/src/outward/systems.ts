import type { z } from 'zod'
import { codeList } from '../codes/code-list.js'

/** The systems around a municipality that a process talks to, as errors, waits and operations name them. */
export const outsideSystems = codeList({
  institutionRegister: ['Institutionsregister', 'Institution register'],
  email: ['E-mail', 'E-mail'],
  digitalPost: ['Digital Post', 'Digital Post'],
  personRegister: ['CPR', 'The person register (CPR)'],
  personEvents: ['CPR-hændelser', 'Events of the CPR register'],
  schoolAbsence: ['Skolernes fravær', 'The schools’ absence feed'],
  caseIndex: ['Sags- og Dokumentindeks', 'The case index'],
  familyCaseSystem: ['Familiegruppens fagsystem', 'The family group’s case system'],
})
export const outsideSystem = outsideSystems.schema
export type OutsideSystem = z.infer<typeof outsideSystem>
