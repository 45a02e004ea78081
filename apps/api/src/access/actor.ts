import { servedBy, workersOf, type Actor } from '@brobygger/access'
import type { Place, Viewer } from '@brobygger/database'
import { accessReason, units, type AccessReason } from '@brobygger/domain/codes'
import type { StaffMember } from '@brobygger/domain/organisation'
import { leaderOf } from '@brobygger/domain/tasks'
import type { HttpRequest } from '../http/exchange.js'
import { Problem } from '../http/problem.js'

/** The header in which a leader says why they look into a case. */
export const REASON_HEADER = 'X-Brobygger-Reason'

/** Who asks, with the reason they state. Refuses a reason that is not on the list. */
export function actorOf(member: StaffMember, request: HttpRequest): Actor {
  return { id: member.id, affiliations: member.affiliations, reason: reasonOf(request) }
}

function reasonOf({ headers }: HttpRequest): AccessReason | null {
  const stated = headers[REASON_HEADER.toLowerCase()]
  if (stated === undefined) return null
  const parsed = accessReason.safeParse(stated)
  if (parsed.success) return parsed.data
  const message = `Vælg en af: ${accessReason.options.join(', ')}`
  throw new Problem('input-invalid', { errors: [{ field: REASON_HEADER, code: 'invalid-value', message }] })
}

/** Where somebody stands to lists: the same rules as for one file, as the database filters by them. */
export function viewerOf({ id, affiliations }: Pick<StaffMember, 'id' | 'affiliations'>): Viewer {
  const places = (of: (own: StaffMember['affiliations'][number]) => Place['unit'][]) =>
    affiliations.flatMap(own => of(own).map(unit => ({ administration: own.administration, unit })))
  return {
    person: id,
    works: places(own => servedBy[own.unit].filter(unit => workersOf[unit].includes(own.role))),
    leads: places(own => units.codes.filter(unit => leaderOf[unit] === own.role)),
    roles: affiliations
      .filter(({ role }) => !Object.values(workersOf).flat().includes(role))
      .map(({ administration, role }) => `${administration}/${role}`),
  }
}
