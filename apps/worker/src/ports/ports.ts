import type { CaseIndex } from './case-index.js'
import type { FamilyCaseSystem } from './family-case-system.js'
import type { InstitutionRegister } from './institution-register.js'
import type { Letters } from './letters.js'
import type { PersonEvents } from './person-events.js'
import type { SchoolAbsence } from './school-absence.js'
import type { PersonRegister } from './person-register.js'

/** Everything outside that a process talks to. */
export type Ports = {
  institutionRegister: InstitutionRegister
  letters: Letters
  personEvents: PersonEvents
  schoolAbsence: SchoolAbsence
  personRegister: PersonRegister
  caseIndex: CaseIndex
  familyCaseSystem: FamilyCaseSystem
}
