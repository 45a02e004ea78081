import type { z } from 'zod'
import { codeList } from './code-list.js'

export const triageOutcomes = codeList({
  adviceEnough: ['Råd og sparring er nok', 'Advice is enough'],
  takenOn: ['Tages op', 'Taken on'],
  otherResource: ['Anden ressourceperson', 'Another resource person'],
  otherOffer: ['Andet tilbud', 'Another offer'],
  notifyNow: ['Underretning nu', 'Notify now'],
  notOurs: ['Ikke en opgave for os', 'Not ours'],
})
export const triageOutcome = triageOutcomes.schema

export const resources = codeList({
  wellbeingPerson: ['Trivselsperson', 'Well-being person'],
  inclusionAdvisor: ['Inklusionsvejleder', 'Inclusion advisor'],
  ppr: ['PPR', 'Educational psychology (PPR)'],
  healthVisitor: ['Sundhedsplejerske', 'Health visitor'],
})
export const resource = resources.schema

export const offers = codeList({
  parentCourse: ['Forældrekursus', 'Parent course'],
  openHouse: ['Åbent hus', 'Open house'],
})
export const offer = offers.schema

/** How an anonymous counselling course can end. Ending well here is the normal case, not a failure. */
export const counsellingEnds = codeList({
  goodEnough: ['Godt nok, bekymringen er væk', 'Good enough, no concern remains'],
  parentCourse: ['Forældrekursus', 'Parent course'],
  familyHouseShortCourse: ['Kort forløb i familiehuset (§ 30)', 'Short course in the family house (§ 30)'],
  otherOffer: ['Andet tilbud', 'Another offer'],
  consent: ['Familien vil give samtykke', 'The family will give consent'],
  droppedOut: ['Familien er stoppet', 'The family dropped out'],
  duty: ['Underretning', 'Duty to notify'],
})
export const counsellingEnd = counsellingEnds.schema

export const closureCodes = codeList({
  adviceEnough: ['Råd og sparring var nok', 'Advice was enough'],
  otherResource: ['Overtaget af anden ressourceperson', 'Taken up by another resource person'],
  otherOffer: ['Andet tilbud', 'Another offer'],
  noConcern: ['Ingen bekymring tilbage', 'No concern remains'],
  familyAndInstitution: ['Familie og institution fortsætter selv', 'Family and institution carry on'],
  declinedByFamily: ['Familien ønsker ikke hjælp', 'Declined by the family'],
  takenOver: ['Overtaget af familiegruppen', 'Taken over by the family group'],
  moved: ['Familien er flyttet', 'The family moved'],
  merged: ['Lagt sammen med anden sag', 'Merged with another case'],
  other: ['Andet', 'Other'],
})
export const closureCode = closureCodes.schema
export type ClosureCode = z.infer<typeof closureCode>

export const caseAvoidedCodes = codeList({
  yes: ['Ja', 'Yes'],
  apparently: ['Tilsyneladende', 'Apparently'],
  no: ['Nej', 'No'],
  unknown: ['Ved ikke', 'Unknown'],
})
export const caseAvoided = caseAvoidedCodes.schema

export const concernStates = codeList({
  gone: ['Væk', 'Gone'],
  less: ['Mindre', 'Less'],
  same: ['Den samme', 'The same'],
  worse: ['Værre', 'Worse'],
})
export const concernState = concernStates.schema

/** Outcome of the screening of a new matter, BL § 18. */
export const screenings = codeList({
  noClarification: ['Ingen afdækning: § 30 eller rådgivning', 'No clarification: § 30 or advice'],
  clarification: ['Afdækning (§ 19)', 'Clarification (§ 19)'],
  investigation: ['Børnefaglig undersøgelse (§ 20)', 'Child-welfare investigation (§ 20)'],
})
export const screening = screenings.schema

export const declineReasons = codeList({
  targetGroup: ['Uden for målgruppen', 'Outside the target group'],
  wrongUnit: ['Forkert enhed', 'Wrong unit'],
  otherMunicipality: ['Anden kommune', 'Another municipality'],
  informationMissing: ['Oplysninger mangler', 'Information missing'],
  alreadyKnown: ['Allerede kendt, har rådgiver', 'Already known, has a caseworker'],
})
export const declineReason = declineReasons.schema

export const measures = codeList({
  none: ['Ingen indsats', 'No measure'],
  early: ['Tidligt forebyggende indsats (§ 30)', 'Early preventive measure (§ 30)'],
  supportive: ['Støttende indsats (§ 32)', 'Supportive measure (§ 32)'],
})
export const measure = measures.schema

export const pauseReasons = codeList({
  hospital: ['Indlæggelse', 'Hospital'],
  holiday: ['Familiens ferie', "The family's holiday"],
  awaitingFamily: ['Familien har bedt om tid', 'The family asked for time'],
  other: ['Andet', 'Other'],
})
export const pauseReason = pauseReasons.schema

export const handOverReasons = codeList({
  illness: ['Sygdom', 'Illness'],
  leave: ['Orlov eller ferie', 'Leave'],
  leaver: ['Fratrådt', 'Left the job'],
  workload: ['Fordeling af sager', 'Workload'],
  conflict: ['Inhabilitet', 'Conflict of interest'],
  other: ['Andet', 'Other'],
})
export const handOverReason = handOverReasons.schema

/** Why a process did not take part in a bulk hand-over. */
export const bulkRefusals = codeList({
  conflict: ['Afløseren er inhabil', 'The deputy has a conflict of interest'],
  ended: ['Sagen var afsluttet', 'The case had ended'],
  notTheHolder: ['Personen havde ikke længere del i sagen', 'The person had no part in it any more'],
  other: ['Sagen kunne ikke tage imod det', 'The case could not take it'],
})
export const bulkRefusal = bulkRefusals.schema
export type BulkRefusal = z.infer<typeof bulkRefusal>

/** What the receiver of an offer reports of the help. */
export const helpReports = codeList({
  firstMeetingHeld: ['Første møde er holdt', 'The first meeting was held'],
  measureStarted: ['Indsatsen er begyndt', 'The measure has begun'],
  noMeasure: ['Ingen indsats', 'No measure'],
  measureEnded: ['Indsatsen er slut', 'The measure has ended'],
  notificationHandled: ['Underretningen er behandlet', 'The notification was handled'],
  courseDeclined: ['Forløbet er afvist', 'The course was declined'],
  courseStarted: ['Forløbet er begyndt', 'The course has begun'],
  courseEnded: ['Forløbet er slut', 'The course has ended'],
})
export const helpReport = helpReports.schema
