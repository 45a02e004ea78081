import type { z } from 'zod'
import { codeList } from './code-list.js'

/** Why a line of the access log deserves a leader's look. */
export const accessSigns = codeList({
  breakGlass: ['Akut adgang', 'Urgent access'],
  withoutConsent: ['Videregivet uden samtykke', 'Disclosed without consent'],
  manyCases: ['Mange sager på kort tid', 'Many cases in a short time'],
  noPart: ['Uden del i sagen', 'Without a part in the case'],
  search: ['Søgning efter en person', 'Search for a person'],
  statedReason: ['Leder, med oplyst grund', 'Leader, for a stated reason'],
  refused: ['Afvist forsøg', 'Refused attempt'],
})
export const accessSign = accessSigns.schema
export type AccessSign = z.infer<typeof accessSign>

/** What has a line of its own in the log, beside the operation by which it happened. */
export const ownLines = codeList({
  searchPersons: ['Søge efter barnet i andre sager', 'Look for the child in other cases'],
  lookUpPerson: ['Slå barnet op i CPR', 'Look the child up in the register of persons'],
  offerMade: ['Sende til en anden forvaltning', 'Send to another administration'],
  helpReported: ['Melde tilbage om hjælpen', 'Report of the help'],
  textsGranted: ['Lade en anden forvaltning læse tekster', 'Let another administration read texts'],
})

/** What a leader says of a line after looking at it. */
export const accessVerdicts = codeList({
  fine: ['I orden', 'Fine'],
  toBeAsked: ['Medarbejderen skal spørges', 'The worker is to be asked'],
})
export const accessVerdict = accessVerdicts.schema
export type AccessVerdict = z.infer<typeof accessVerdict>
