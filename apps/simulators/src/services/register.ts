import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { repositoryFolder } from '@brobygger/config'
import { z } from 'zod'
import type { Incoming } from '../http/incoming.js'
import { json, type Outgoing, refusal } from '../http/outgoing.js'
import { Ledger } from '../ledger.js'
import type { SeededInstitution } from '../municipality.js'
import { soapAnswers, Soap12Fault } from '../xml/soap-server.js'
import type { Service } from './service.js'

const PATH = '/bpi/wsiinst/6'

const changeSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('open') }),
  z.strictObject({ status: z.literal('closed') }),
  z.strictObject({ status: z.literal('retired') }),
  z.strictObject({ status: z.literal('merged'), mergedInto: z.string().min(1) }),
])
type Status = z.infer<typeof changeSchema>
type Change = { institutionId: string } & Status

const asked = z.object({ instnr: z.string() })
const askedBy = z.object({ UdbydersystemId: z.string().min(1) })

/** The register's own words for kinds of institutions. */
const kinds: Readonly<Record<SeededInstitution['kind'], string>> = {
  nursery: 'Daginstitutioner',
  kindergarten: 'Daginstitutioner',
  school: 'Folkeskoler',
  afterSchool: 'Skolefritidsordninger',
  childminding: 'Dagplejere',
  asylum: 'Asylskoler',
}

/**
 * The institution register, filled from the municipality's file. `POST /register/bpi/wsiinst/6` is wsiINST
 * hentInstitution. `PUT /register/institutions/<id>` closes, merges, retires or re-opens an institution. A look-up leaves
 * no trace: the ledger holds the changes.
 */
export async function registerService(
  directory: string,
  institutions: readonly SeededInstitution[],
): Promise<Service> {
  const ledger = await Ledger.open<Change, Status>(join(directory, 'register.jsonl'))
  const seeded = new Map(institutions.map(institution => [institution.id, institution]))
  const changed = new Map<string, { at: string; status: Status }>()
  for (const { at, request, answer } of ledger.entries())
    changed.set(request.institutionId, { at, status: answer })

  const file = join(repositoryFolder, 'protocols', 'institutions', 'institution-lookup.wsdl')
  const hentInstitution = (args: unknown, _: unknown, headers: unknown) => {
    if (!askedBy.safeParse(headers).success) throw new Soap12Fault('UdbydersystemId mangler')
    const institution = seeded.get(asked.parse(args).instnr)
    if (institution === undefined) throw new Soap12Fault('Institutionen findes ikke')
    return { institution: recordOf(institution, changed.get(institution.id)) }
  }
  const answers = await soapAnswers(
    file,
    PATH,
    { WsiInst: { WsiInstPort: { hentInstitution } } },
    { isSoap12: true },
  )

  async function change(institutionId: string, { body }: Incoming): Promise<Outgoing> {
    const parsed = changeSchema.safeParse(body)
    if (!parsed.success) return refusal(422, 'invalid')
    const status = parsed.data
    const target = status.status === 'merged' ? status.mergedInto : undefined
    if (target === institutionId || (target && !seeded.has(target))) return refusal(422, 'invalid')
    // A repeated change is a change to the same: it needs no key of the caller's.
    const { at } = await ledger.once(randomUUID(), { institutionId, ...status }, () => status)
    changed.set(institutionId, { at, status })
    return json(200, { institutionId, ...status })
  }

  return {
    effects: () => ledger.entries(),
    close: () => ledger.close(),
    handle: request => {
      const path = `/${request.path.join('/')}`
      if (path === PATH) {
        if (request.method !== 'POST') return refusal(405, 'method-not-allowed', { Allow: 'POST' })
        return answers(request)
      }
      const [collection, id = '', ...rest] = request.path
      if (collection !== 'institutions' || rest.length > 0) return refusal(404, 'no-such-address')
      if (!seeded.has(id)) return refusal(404, 'not-found')
      if (request.method !== 'PUT') return refusal(405, 'method-not-allowed', { Allow: 'PUT' })
      return change(id, request)
    },
  }
}

function recordOf({ id, name, kind }: SeededInstitution, change?: { at: string; status: Status }): object {
  const known = { instnr: id, instnavn: name, typenavn: kinds[kind] }
  const nedlagtdato = change?.at.slice(0, 10)
  switch (change?.status.status) {
    case 'retired':
      throw new Soap12Fault('Institutionsnummeret er udgået')
    case 'closed':
      return { ...known, nedlagtdato }
    case 'merged':
      return { ...known, nedlagtdato, viderefoertinstnr: change.status.mergedInto }
    default:
      return known
  }
}
