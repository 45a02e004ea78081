import type { z } from 'zod'
import { codeList } from './code-list.js'

/** Roles a person can hold in a unit, and that a task can be addressed to. */
export const roles = codeList({
  raiser: ['Den der rejste bekymringen', 'Whoever raised the concern'],
  institutionLeader: ['Institutionsleder', 'Institution leader'],
  socialWorker: ['Fremskudt socialrådgiver', 'Outreach social worker'],
  resourcePerson: ['Anden ressourceperson', 'Other resource person'],
  teamLeader: ['Teamleder', 'Team leader'],
  familyCaseworker: ['Myndighedsrådgiver i familiegruppen', 'Caseworker in the family group'],
  familyGroupLeader: ['Leder af familiegruppen', 'Leader of the family group'],
  dutyOfficer: ['Socialvagt', 'Out-of-hours duty officer'],
  familyHouseLeader: ['Leder af familiehuset', 'Leader of the family house'],
  familyHouseTherapist: ['Familiebehandler i familiehuset', 'Family-house therapist'],
  dataProtectionOfficer: ['Databeskyttelsesrådgiver', 'Data protection officer'],
  operations: ['Drift', 'Operations'],
})
export const role = roles.schema
export type Role = z.infer<typeof role>

/** In what capacity somebody raises a concern. A parent may; then the institution sees nothing. */
export const raiserRoles = codeList({
  educator: ['Pædagog', 'Nursery teacher'],
  leader: ['Leder', 'Leader'],
  childminder: ['Dagplejer', 'Childminder'],
  teacher: ['Lærer', 'Teacher'],
  healthVisitor: ['Sundhedsplejerske', 'Health visitor'],
  parent: ['Forælder', 'Parent'],
})
export const raiserRole = raiserRoles.schema
export type RaiserRole = z.infer<typeof raiserRole>
