import type { z } from 'zod'
import { codeList } from './code-list.js'

/** What a family house (familiehus) offers. */
export const houseKinds = codeList({
  open: ['Åben, anonym rådgivning (§§ 28–29)', 'Open, anonymous counselling (§§ 28–29)'],
  short: ['Kort forebyggende forløb (§ 30)', 'Short preventive course (§ 30)'],
  treatment: ['Familiebehandling (§ 32)', 'Family treatment (§ 32)'],
  respite: ['Aflastning', 'Respite'],
  familyPlacement: ['Døgnophold for familien', 'Residential stay for the family'],
})
export const houseKind = houseKinds.schema
export type HouseKind = z.infer<typeof houseKind>

/** How a family comes to the house. Only a referral and a reception know more of it than it says itself. */
export const waysIn = codeList({
  walkIn: ['Åben henvendelse', 'Walk-in'],
  application: ['Egen ansøgning', 'Direct application'],
  referral: ['Henvist af familiegruppen', 'Referred by the family group'],
  counselling: ['Anbefalet i anonym rådgivning', 'Recommended in anonymous counselling'],
  reception: ['Henvist af modtagelsen', 'Referred by reception'],
})
export const wayIn = waysIn.schema
export type WayIn = z.infer<typeof wayIn>

/** Why somebody gets a place although others have waited longer. */
export const overtakeReasons = codeList({
  decision: ['Afgørelse om støttende indsats (§ 32)', 'Decision on a supportive measure (§ 32)'],
  acuteNeed: ['Akut behov', 'Acute need'],
  siblings: ['Søskende er på holdet', 'A sibling is in the group'],
  groupFit: ['Pladsen passer ikke til dem, der venter', 'The place does not suit those who wait'],
})
export const overtakeReason = overtakeReasons.schema
export type OvertakeReason = z.infer<typeof overtakeReason>

/** Why the house takes a family on in no group of its own. */
export const houseDeclineReasons = codeList({
  targetGroup: ['Uden for målgruppen', 'Outside the target group'],
  moreNeeded: ['Familien har brug for mere', 'The family needs more than this'],
  familySaidNo: ['Familien siger nej', 'The family says no'],
  otherOffer: ['Andet tilbud passer bedre', 'Another offer suits better'],
})
export const houseDeclineReason = houseDeclineReasons.schema

/** What is changed when a course is off track. */
export const adjustments = codeList({
  method: ['Metoden', 'The method'],
  rhythm: ['Hvor tit', 'How often'],
  goals: ['Målene', 'The goals'],
  therapist: ['Behandleren', 'The therapist'],
  otherHelp: ['Anden hjælp ved siden af', 'Other help beside it'],
  end: ['Forløbet afsluttes', 'The course ends'],
})
export const adjustment = adjustments.schema

export const courseEndReasons = codeList({
  goalsReached: ['Målene er nået', 'Goals reached'],
  goodEnough: ['Godt nok for familien', 'Good enough for the family'],
  droppedOut: ['Familien er stoppet', 'The family dropped out'],
  otherHelp: ['Anden hjælp tager over', 'Other help takes over'],
  moved: ['Familien er flyttet', 'The family moved'],
  notStarted: ['Kom ikke i gang', 'Never started'],
})
export const courseEndReason = courseEndReasons.schema

export const effects = codeList({
  better: ['Bedre', 'Better'],
  same: ['Uændret', 'The same'],
  worse: ['Værre', 'Worse'],
})
export const effect = effects.schema

/** Who fills in the scales. The published cut-offs differ by age. */
export const fitRespondents = codeList({
  adult: ['Voksen', 'Adult'],
  adolescent: ['Ung, 13–17 år', 'Adolescent, 13–17 years'],
  child: ['Barn, 6–12 år', 'Child, 6–12 years'],
})
export const fitRespondent = fitRespondents.schema
export type FitRespondent = z.infer<typeof fitRespondent>

/** Why a course is off track. */
export const fitAlarms = codeList({
  worse: ['Det går den forkerte vej', 'Things get worse'],
  noProgress: ['Ingen sikker fremgang', 'No reliable progress'],
  alliance: ['Samarbejdet er ikke godt nok', 'The alliance is not good enough'],
})
export const fitAlarm = fitAlarms.schema
export type FitAlarm = z.infer<typeof fitAlarm>
