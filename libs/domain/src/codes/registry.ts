import type { z } from 'zod'
import { codeList } from './code-list.js'

const ofPersons = {
  moved: ['Flyttet til en anden kommune', 'Moved to another municipality'],
  protectionSet: ['Navne- og adressebeskyttelse er sat', 'Name and address are protected'],
  protectionLifted: ['Navne- og adressebeskyttelse er ophævet', 'The protection has been lifted'],
  custodyChanged: ['Forældremyndigheden er ændret', 'Custody has changed'],
  died: ['Død', 'Died'],
  numberChanged: ['Nyt CPR-nummer', 'New CPR number'],
} as const

/** What the register of persons tells of somebody while their case runs. */
export const personFact = codeList(ofPersons).schema
export type PersonFact = z.infer<typeof personFact>

/** What any register tells of somebody in a running case. */
export const registryFacts = codeList({ ...ofPersons, absence: ['Skolefravær', 'School absence'] })
export const registryFact = registryFacts.schema
export type RegistryFact = z.infer<typeof registryFact>

/** On what the material of a child who has moved is sent to the new municipality; a consent to this one does not follow. */
export const moveBases = codeList({
  consent: ['Familiens nye samtykke', 'A new consent of the family'],
  specialSupport: ['Behov for særlig støtte (barnets lov § 132)', 'Need of special support (BL § 132)'],
  nothingSent: ['Der sendes ikke noget', 'Nothing is sent'],
})
export const moveBasis = moveBases.schema
