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

/** What a leader says of a line after looking at it. */
export const accessVerdicts = codeList({
  fine: ['I orden', 'Fine'],
  toBeAsked: ['Medarbejderen skal spørges', 'The worker is to be asked'],
})
export const accessVerdict = accessVerdicts.schema
export type AccessVerdict = z.infer<typeof accessVerdict>
