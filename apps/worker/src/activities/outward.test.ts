import { describe, expect, it } from '@jest/globals'
import { PortError, type PortErrorCode, type Ports } from '../ports/index.js'
import { outwardActivities } from './outward.js'

const opening = { key: 'referral-k7qm4d2x-1.e1', caseId: 'k7qm4d2x', offer: 'referral-k7qm4d2x-1' }
const at = '2027-01-13T08:00:00.000Z'
/** A case system that fails in one way. */
function failingWith(code: PortErrorCode) {
  const error = new PortError({ system: 'familyCaseSystem', code, reason: 'status-400' })
  // Only what is used of them.
  const ports = { familyCaseSystem: { open: () => Promise.reject(error) } } as unknown as Ports
  return outwardActivities(ports).openFamilyCase({ ...opening, at })
}

describe('a case for the family group’s case system', () => {
  it.each(['refused', 'not-found', 'protected', 'stale', 'rejected-later'] as const)(
    'that is answered with %s is for a person to enter, and the case goes on',
    async code => {
      expect(await failingWith(code)).toEqual({ caseNumber: null })
    },
  )

  it('waits while the system does not answer', async () => {
    await expect(failingWith('unavailable')).rejects.toMatchObject({ nonRetryable: false })
  })
})
