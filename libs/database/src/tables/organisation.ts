import type { Administration, Role, Unit } from '@brobygger/domain/codes'
import type { Institution } from '@brobygger/domain/organisation'
import type { LocalDate } from './owner.js'

/** A member of staff. */
export interface StaffTable {
  id: string
  name: string
  deputy: string | null
  leave_from: LocalDate | null
  leave_to: LocalDate | null
}

/** A workplace of a member of staff; one person can have two. */
export interface StaffAffiliationsTable {
  person: string
  n: number
  administration: Administration
  unit: Unit
  role: Role
  institution: string | null
}

/** An institution, with its leader and the social worker who visits it. */
export interface InstitutionsTable {
  id: string
  name: string
  kind: Institution['kind']
  district: string
  cluster: string
  leader: string
  social_worker: string
}
