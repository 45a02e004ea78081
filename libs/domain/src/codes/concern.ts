import type { z } from 'zod'
import { codeList } from './code-list.js'

export const ageBands = codeList({
  unborn: ['Ufødt', 'Unborn'],
  '0-2': ['0–2 år', '0–2 years'],
  '3-5': ['3–5 år', '3–5 years'],
  '6-9': ['6–9 år', '6–9 years'],
  '10-14': ['10–14 år', '10–14 years'],
  '15-17': ['15–17 år', '15–17 years'],
})
export const ageBand = ageBands.schema
export type AgeBand = z.infer<typeof ageBand>

/** What the concern is about. The six with published shares in the Copenhagen evaluation of 2012 come first. */
export const categories = codeList({
  parentalRole: ['Forældrerollen', 'Parental role'],
  structure: ['Manglende struktur i familien', 'Lack of structure'],
  lackOfCare: ['Omsorgssvigt', 'Lack of care'],
  complexStrain: ['Langvarig, kompleks belastning', 'Long-term complex strain'],
  mentalIllness: ['Psykisk sygdom, formodet eller kendt', 'Mental illness, suspected or confirmed'],
  violence: ['Vold eller seksuelle overgreb', 'Violence or sexual abuse'],
  misuse: ['Misbrug', 'Misuse'],
  parentalConflict: ['Konflikt mellem forældrene', 'Parental conflict'],
  absenceOrThriving: ['Fravær eller mistrivsel', 'Absence or thriving'],
  other: ['Andet', 'Other'],
})
export const category = categories.schema
export type Category = z.infer<typeof category>

export const severities = codeList({
  less: ['Mindre alvorlig', 'Less severe'],
  more: ['Mere alvorlig', 'More severe'],
})
export const severity = severities.schema

export const parentsInformedCodes = codeList({
  both: ['Begge forældre ved det', 'Both parents know'],
  one: ['Én forælder ved det', 'One parent knows'],
  none: ['Ingen af forældrene ved det', 'No parent knows'],
})
export const parentsInformed = parentsInformedCodes.schema

export const knownToAuthorityCodes = codeList({
  yes: ['Ja', 'Yes'],
  no: ['Nej', 'No'],
  unknown: ['Ved ikke', "Don't know"],
})
export const knownToAuthority = knownToAuthorityCodes.schema

/** How a person who is identified is already known: in a case of a sister or brother, or in another of the same child. */
export const identityRelations = codeList({
  sibling: ['Søskende er kendt', 'A sibling is known'],
  sameChild: ['Barnet har en anden sag', 'The child has another case'],
  otherSystem: ['Barnet er kendt i et andet system', 'The child is known in another system'],
})
export const identityRelation = identityRelations.schema
export type IdentityRelation = z.infer<typeof identityRelation>

/** Degrees of identity: A0 nobody is named, A1 pseudonymous counselling, A2 identified by consent or by duty. */
export const identityDegrees = codeList({
  A0: ['Anonym: personalet beskriver, ingen er nævnt', 'Anonymous: staff describe, nobody is named'],
  A1: ['Anonym rådgivning af forældrene', 'Anonymous counselling of the parents'],
  A2: ['Identificeret', 'Identified'],
})
export const identityDegree = identityDegrees.schema
export type IdentityDegree = z.infer<typeof identityDegree>
