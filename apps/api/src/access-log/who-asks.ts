import type { AccessEntry } from '@brobygger/access-log'
import type { StaffMember } from '@brobygger/domain/organisation'
import type { Login } from '../login/login.js'

/** Who asks, as the access log has it: in which roles, and how they proved who they are. */
export function whoAsks(
  caller: StaffMember | undefined,
  login: Login | undefined,
): Pick<AccessEntry, 'actor' | 'roles' | 'assurance' | 'via'> {
  return {
    actor: caller?.id ?? null,
    roles: [...new Set(caller?.affiliations.map(({ role }) => role))],
    assurance: login?.assurance ?? null,
    via: login?.via ?? (caller === undefined ? 'none' : 'header'),
  }
}
