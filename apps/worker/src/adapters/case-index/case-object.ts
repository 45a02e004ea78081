import type { Municipality } from '@brobygger/domain/organisation'
import { units } from '@brobygger/domain/codes'
import type { CaseIndexEntry } from '../../ports/case-index.js'

/** Who we are to the index. */
export interface IndexOwner {
  readonly name: string
  /** Eight digits. */
  readonly cvr: string
  /** How the index knows the municipality. */
  readonly known: NonNullable<Municipality['caseIndex']>
}

/** Classes of KOMBIT's own by which a relation of a case says what it is: roles, and what stands in them. */
export const roles = {
  owner: '9e979b84-b846-4472-8622-58007dc63c7e',
  responsible: 'a1263342-d348-44ba-a566-233f37c4cb67',
  primaryParty: 'd839f26a-d4d1-4441-b2d6-3dbbb12a9404',
  primaryClass: 'a86c6581-ec85-412d-a655-31a1f1d5b14f',
  masterSystem: '251c24fd-57b0-4afc-9d73-b063d1957eb3',
} as const
const types = {
  organisation: 'bc6972cd-8f2b-4b9d-8d37-62916d6a71aa',
  unit: 'c5fc3b3b-5197-49ee-92e6-ae6ba1957174',
  person: 'c189ba35-de4b-4363-a8b7-67f1456cf56f',
  class: '267235ea-526d-4a18-8001-f2a0e563eba1',
  system: '29fe1da2-897a-46cd-b635-b9be8e0bffd6',
} as const

/** Nobody learns from the index what a case is about. */
const TITLE = 'Sag om et barn'

const uuid = (UUIDIdentifikator: string) => ({ UUIDIdentifikator })

/** A person, as the standard names one. */
export const personUrn = (cprNumber: string) => ({ URNIdentifikator: `urn:oio:cpr-nr:${cprNumber}` })

/** A case as the index takes it: who is responsible, for which child, under which subject, and how far it is. No more. */
export function caseObject(
  id: string,
  { caseId, cprNumber, status, at }: CaseIndexEntry,
  { name, cvr, known }: IndexOwner,
): object {
  const since = {
    FraTidspunkt: { TidsstempelDatoTid: at },
    TilTidspunkt: { GraenseIndikator: true },
    AktoerRef: uuid(known.system),
    AktoerTypeKode: 'ItSystem',
  }
  const relation = (role: string, type: string, to: object, more?: object) => ({
    Virkning: since,
    Rolle: uuid(role),
    Type: uuid(type),
    ReferenceID: to,
    ...(more === undefined ? {} : { LokalUdvidelseListe: more }),
  })
  const actor = (FuldtNavn: string) => ({ SagsaktoerLokalUdvidelse: { FuldtNavn, 'CVR-Nummer': cvr } })
  return {
    UUIDIdentifikator: id,
    Registrering: {
      Tidspunkt: at,
      LivscyklusKode: 'Importeret',
      BrugerRef: uuid(known.system),
      AttributListe: {
        Egenskaber: { Virkning: since, BrugervendtNoegle: caseId, Sagsnummer: caseId, Titel: TITLE },
        LokalUdvidelseListe: {
          SagIndeksEgenskaber: { Virkning: since, Foelsomhed: 'FOELSOMME_PERSONOPLYSNINGER' },
        },
      },
      TilstandListe: {
        Fremdrift: { Virkning: since, FremdriftStatusKode: status === 'open' ? 'Opstaaet' : 'Afsluttet' },
      },
      RelationListe: {
        Sagsaktoer: [
          relation(roles.owner, types.organisation, uuid(known.organisation), actor(name)),
          relation(
            roles.responsible,
            types.unit,
            uuid(known.units['family-group'] ?? known.organisation),
            actor(units.labels['family-group'].da),
          ),
        ],
        Sagsklasse: relation(roles.primaryClass, types.class, uuid(known.kle.class), {
          SagsklasseLokalUdvidelse: { BrugervendtNoegle: known.kle.number },
        }),
        Sagspart: relation(roles.primaryParty, types.person, personUrn(cprNumber)),
        LokalUdvidelseListe: {
          SagsitsystemRelation: {
            ...relation(roles.masterSystem, types.system, uuid(known.system)),
            SystemNavn: 'Brobygger',
          },
        },
      },
    },
  }
}
