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

/** What a person is to the register: only an active one lives where it says. */
export const personStatuses = codeList({
  active: ['Bopæl i Danmark', 'Lives in Denmark'],
  noResidence: ['Uden fast bopæl', 'Without a residence'],
  missing: ['Forsvundet', 'Missing'],
  emigrated: ['Udrejst', 'Emigrated'],
  dead: ['Død', 'Dead'],
})
export const personStatus = personStatuses.schema
export type PersonStatus = z.infer<typeof personStatus>

/** Who has custody of a child by the register: it knows mother and father, and everybody else as one. */
export const custodyRelations = codeList({
  mother: ['Mor', 'Mother'],
  father: ['Far', 'Father'],
  other: ['En anden', 'Somebody else'],
})
export const custodyRelation = custodyRelations.schema
export type CustodyRelation = z.infer<typeof custodyRelation>

/** What came of looking somebody up in the register. */
export const lookUpOutcomes = codeList({
  found: ['Fundet i CPR', 'Found in the register'],
  'not-found': ['CPR kender ikke nummeret', 'The register does not know the number'],
  stale: ['Nummeret er annulleret', 'The number was annulled'],
  protected: ['CPR viser os ikke personen', 'The register does not show us the person'],
  refused: ['CPR afviste opslaget', 'The register refused the look-up'],
})
export const lookUpOutcome = lookUpOutcomes.schema
export type LookUpOutcome = z.infer<typeof lookUpOutcome>

/** Who looked: the case in the register, or a member of staff by hand. */
export const lookUpSources = codeList({
  register: ['Opslag i CPR', 'Look-up in the register'],
  hand: ['Slået op i hånden', 'Looked up by hand'],
})
export const lookUpSource = lookUpSources.schema
export type LookUpSource = z.infer<typeof lookUpSource>

/** What of it an administration that has taken a case over hears. */
export const registerTellings = codeList({
  custodyDiffers: ['Forældremyndigheden er ikke som oplyst', 'Custody is not as it was declared'],
  dead: ['Barnet er registreret som død', 'The child is registered as dead'],
  away: [
    'Barnet er registreret som udrejst, forsvundet eller uden bopæl',
    'The child is registered as emigrated, missing or without a residence',
  ],
  livesElsewhere: ['Barnet bor i en anden kommune', 'The child lives in another municipality'],
})
export const registerTelling = registerTellings.schema
export type RegisterTelling = z.infer<typeof registerTelling>

/** On what the material of a child who has moved is sent to the new municipality; a consent to this one does not follow. */
export const moveBases = codeList({
  consent: ['Familiens nye samtykke', 'A new consent of the family'],
  specialSupport: ['Behov for særlig støtte (barnets lov § 132)', 'Need of special support (BL § 132)'],
  nothingSent: ['Der sendes ikke noget', 'Nothing is sent'],
})
export const moveBasis = moveBases.schema
