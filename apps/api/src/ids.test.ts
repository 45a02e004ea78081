import { describe, expect, it } from '@jest/globals'
import { administrationOf, caseIn } from '@brobygger/domain/processes'
import { consentId, offerId, processIn, taskId } from './ids.js'

describe('ids', () => {
  it('carry the case and the process they belong to', () => {
    expect(caseIn('referral-k7qm4d2x-1.12')).toBe('k7qm4d2x')
    expect(processIn('referral-k7qm4d2x-1.12')).toBe('referral-k7qm4d2x-1')
  })

  it('tell which administration runs a process', () => {
    expect(administrationOf('consent-k7qm4d2x-1')).toBe('children-and-youth')
    expect(administrationOf('notification-k7qm4d2x-1')).toBe('social-services')
  })

  it.each([
    'concern-k7qm4d2x.0',
    'concern-k7qm4d2x',
    'wish-k7qm4d2x.1',
    'concern-ILOU1234.1',
    '../concern-k7qm4d2x.1',
  ])('refuse %s as a task', id => {
    expect(taskId.safeParse(id).success).toBe(false)
  })

  it('keep consents and handovers apart', () => {
    expect(consentId.safeParse('referral-k7qm4d2x-1').success).toBe(false)
    expect(offerId.safeParse('notification-k7qm4d2x-1').success).toBe(true)
  })
})
