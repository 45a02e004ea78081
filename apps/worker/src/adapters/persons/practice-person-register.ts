import { PortError } from '../../ports/errors.js'
import type { PersonRegister } from '../../ports/person-register.js'

/**
 * The register of practice cases: everybody whose number could be one lives in the municipality and nobody is protected.
 * Nothing leaves.
 */
export function practicePersonRegister(): PersonRegister {
  return {
    lookUp: ({ cprNumber }) => {
      if (!/^[0-3]\d[01]\d\d{6}$/.test(cprNumber)) {
        return Promise.reject(
          new PortError({ system: 'personRegister', code: 'not-found', reason: 'practice' }),
        )
      }
      return Promise.resolve({
        cprNumber,
        name: null,
        status: 'active',
        isProtected: false,
        address: null,
        custody: [],
        hasDigitalPost: true,
      })
    },
  }
}
