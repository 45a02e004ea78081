import { z } from 'zod'

const list = <T extends z.ZodType>(item: T) =>
  z.union([z.array(item), item.transform(one => [one])]).default([])

const relation = z.object({
  Rolle: z.object({ UUIDIdentifikator: z.string() }),
  ReferenceID: z
    .object({ UUIDIdentifikator: z.string().optional(), URNIdentifikator: z.string().optional() })
    .optional(),
  LokalUdvidelseListe: z
    .object({
      SagsaktoerLokalUdvidelse: z.object({ FuldtNavn: z.string() }).optional(),
      SagsklasseLokalUdvidelse: z.object({ BrugervendtNoegle: z.string() }).optional(),
    })
    .nullish(),
})
type Relation = z.infer<typeof relation>

/** A case as an importer describes it: what is read of it here has to be there. */
export const registrationSchema = z.object({
  LivscyklusKode: z.literal('Importeret'),
  BrugerRef: z.object({ UUIDIdentifikator: z.string() }),
  AttributListe: z.object({ Egenskaber: list(z.object({ Sagsnummer: z.string(), Titel: z.string() })) }),
  TilstandListe: z.object({
    Fremdrift: list(
      z.object({ FremdriftStatusKode: z.enum(['Opstaaet', 'Oplyst', 'Afgjort', 'Afsluttet']) }),
    ),
  }),
  RelationListe: z.object({
    Sagsaktoer: list(relation),
    Sagsklasse: list(relation),
    Sagspart: list(relation),
  }),
})
export type Registration = z.infer<typeof registrationSchema>

/** KOMBIT's class for the unit that is responsible for a case. */
const RESPONSIBLE = 'a1263342-d348-44ba-a566-233f37c4cb67'
const UNIT = 'c5fc3b3b-5197-49ee-92e6-ae6ba1957174'

export const responsibleOf = ({ RelationListe }: Registration): Relation | undefined =>
  RelationListe.Sagsaktoer.find(({ Rolle }) => Rolle.UUIDIdentifikator === RESPONSIBLE)

export const nameOf = (one: Relation | undefined): string | undefined =>
  one?.LokalUdvidelseListe?.SagsaktoerLokalUdvidelse?.FuldtNavn

const party = z.object({ ReferenceID: z.object({ URNIdentifikator: z.string() }) })

/** Who a case is about: a URN. */
export const partyOf = (one: unknown): string | undefined =>
  party.safeParse(one).data?.ReferenceID.URNIdentifikator

/** A case as a search shows it: what was asked for, and no more. */
export function shownAs(
  one: { uuid: string; caseId: string; title: string; progress: string; unit: string; unitName: string },
  shown: readonly string[],
): object {
  const { uuid, caseId, title, progress, unit, unitName } = one
  const responsible = {
    Rolle: { UUIDIdentifikator: RESPONSIBLE },
    Type: { UUIDIdentifikator: UNIT },
    ReferenceID: { UUIDIdentifikator: unit },
    LokalUdvidelseListe: { SagsaktoerLokalUdvidelse: { FuldtNavn: unitName } },
  }
  return {
    ObjektType: { UUIDIdentifikator: uuid },
    Registrering: {
      LivscyklusKode: 'Importeret',
      AttributListe: shown.includes('egenskaber') ? { Egenskaber: { Sagsnummer: caseId, Titel: title } } : {},
      TilstandListe: shown.includes('fremdrift') ? { Fremdrift: { FremdriftStatusKode: progress } } : {},
      RelationListe: shown.includes('sagsaktoer') ? { Sagsaktoer: responsible } : {},
    },
  }
}
