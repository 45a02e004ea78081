import type { z } from 'zod'
import { codeList } from './code-list.js'

/** What became of a planned visit, as its social worker registers it. */
export const visitOutcomes = codeList({
  held: ['Holdt', 'Held'],
  notHeld: ['Ikke holdt', 'Not held'],
  moved: ['Flyttet til en ny dato', 'Moved to a new date'],
  cancelled: ['Aflyst', 'Cancelled'],
})
export const visitOutcome = visitOutcomes.schema

/** Where a visit stands. */
export const visitStatuses = codeList({
  planned: ['Planlagt', 'Planned'],
  prepared: ['Forberedt', 'Prepared'],
  missed: ['Ikke holdt', 'Missed'],
  held: ['Holdt', 'Held'],
  cancelled: ['Aflyst', 'Cancelled'],
})
export const visitStatus = visitStatuses.schema
export type VisitStatus = z.infer<typeof visitStatus>

/** Who took part in a visit, besides the social worker. */
export const visitParticipants = codeList({
  leader: ['Leder', 'Leader'],
  educator: ['Pædagog', 'Nursery teacher'],
  teacher: ['Lærer', 'Teacher'],
  childminder: ['Dagplejer', 'Childminder'],
  healthVisitor: ['Sundhedsplejerske', 'Health visitor'],
  resourcePerson: ['Anden ressourceperson', 'Other resource person'],
  parent: ['Forælder', 'Parent'],
  other: ['Andre', 'Others'],
})
export const visitParticipant = visitParticipants.schema

/** What the leader decides about a visit that was missed. */
export const missedVisitDecisions = codeList({
  newDate: ['Ny dato', 'A new date'],
  colleague: ['En kollega tager besøget', 'A colleague makes the visit'],
  cancel: ['Besøget aflyses', 'The visit is cancelled'],
})
export const missedVisitDecision = missedVisitDecisions.schema
