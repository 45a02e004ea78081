import { PortError, type PortErrorCode } from '../../ports/errors.js'
import type { CustodyHolder, PersonRegister, RegisteredPerson } from '../../ports/person-register.js'

/** Numbers of month 25, which no calendar has and nobody can be given: their day says what the register tells. */
const nobodys = /^(\d\d)25\d{6}$/

const holder = (relation: CustodyHolder['relation']): CustodyHolder => ({ relation, cprNumber: null })

/** What is told of them, by the day: of any other day as of the first, that they live here and nothing else. */
const told: Readonly<Record<string, Partial<RegisteredPerson> | PortErrorCode>> = {
  '02': { isProtected: true, address: null },
  '03': { status: 'dead' },
  '04': { status: 'emigrated', address: null },
  '05': { status: 'missing', address: null },
  '06': 'stale',
  // Replaced: by the same of the first day.
  '07': {},
  '08': 'protected',
  '09': { address: { line: 'Øvelsesvej 9', postalCode: '9999', municipality: '999' } },
  '10': { custody: [holder('mother')] },
  '11': { custody: [holder('mother'), holder('father')] },
  '12': { custody: [holder('other')] },
  '13': 'not-found',
}

/**
 * The register of practice cases: everybody whose number could be one lives in the municipality and nobody is protected,
 * but for numbers of month 25, which are nobody's and are told of as their day says. Nothing leaves.
 */
export function practicePersonRegister(municipality: string): PersonRegister {
  return {
    lookUp: ({ cprNumber }) => {
      const day = nobodys.exec(cprNumber)?.[1]
      const special = day === undefined ? couldBe(cprNumber) : told[day]
      if (typeof special === 'string')
        return Promise.reject(new PortError({ system: 'personRegister', code: special, reason: 'practice' }))
      return Promise.resolve({
        cprNumber: day === '07' ? `01${cprNumber.slice(2)}` : cprNumber,
        name: null,
        status: 'active',
        isProtected: false,
        address: { line: 'Øvelsesvej 1', postalCode: '9999', municipality },
        custody: [],
        hasDigitalPost: true,
        ...special,
      })
    },
  }
}

const couldBe = (cprNumber: string): PortErrorCode | undefined =>
  /^[0-3]\d[01]\d\d{6}$/.test(cprNumber) ? undefined : 'not-found'
