import { PortError } from '../../ports/errors.js'
import type { InstitutionRegister, RegisteredInstitution } from '../../ports/institution-register.js'

/** An institution the municipality has set up. */
export type KnownInstitution = Pick<RegisteredInstitution, 'id' | 'name'>

/** The register of practice cases: the municipality's own list, in which every institution is open. */
export function practiceInstitutionRegister(institutions: readonly KnownInstitution[]): InstitutionRegister {
  const byId = new Map(institutions.map(institution => [institution.id, institution]))
  return {
    find: ({ institutionId }) => {
      const known = byId.get(institutionId)
      if (!known) {
        const error = new PortError({ system: 'institutionRegister', code: 'not-found', reason: 'practice' })
        return Promise.reject(error)
      }
      const { id, name } = known
      return Promise.resolve({ id, name, status: 'open' })
    },
  }
}
