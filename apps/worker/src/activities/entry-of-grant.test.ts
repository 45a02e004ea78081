import { accessEntry } from '@brobygger/access-log'
import { accessPurposes, disclosureBases, ownLines, offerBases } from '@brobygger/domain/codes'
import { describe, expect, it } from '@jest/globals'
import { entryOfGrant } from './entry-of-grant.js'

const grant = {
  refs: ['v_1', 'v_2'],
  from: 'children-and-youth',
  to: 'social-services',
  caseId: 'k7qm4d2x9a',
  offer: 'referral-k7qm4d2x9a-1',
  basis: 'consent',
  consent: 'consent-k7qm4d2x9a-1',
  until: null,
} as const

describe('the line of a grant', () => {
  it('says what is let be read, on what basis, and for what', () => {
    const entry = entryOfGrant(grant, false)
    expect(accessEntry.parse(entry)).toEqual(entry)
    expect(entry).toMatchObject({
      action: 'textsGranted',
      administration: 'children-and-youth',
      cases: ['k7qm4d2x9a'],
      process: 'referral-k7qm4d2x9a-1',
      purpose: 'referral',
      basis: 'consent',
      via: 'process',
    })
  })

  it.each([
    ['notification-k7qm4d2x9a-1', 'children-and-youth', 'duty', 'notification'],
    ['familyHouseCourse-k7qm4d2x9a-1', 'children-and-youth', 'consent', 'family-house'],
    ['referral-k7qm4d2x9a-1', 'social-services', 'statutory', 'report'],
  ] as const)('of %s by %s on %s is for %s, in words there are', (offer, from, basis, purpose) => {
    const entry = entryOfGrant({ ...grant, offer, from, basis, consent: null }, true)
    expect(entry).toMatchObject({ purpose, basis, practice: true })
    expect({ ...offerBases.labels, ...disclosureBases.labels }).toHaveProperty(entry.basis)
    expect(accessPurposes.codes).toContain(entry.purpose)
    expect(ownLines.codes).toContain(entry.action)
  })

  it('has the same request id when it is repeated, and another for other texts', () => {
    const { requestId } = entryOfGrant(grant, false)
    expect(entryOfGrant(grant, false).requestId).toBe(requestId)
    expect(entryOfGrant({ ...grant, refs: ['v_1'] }, false).requestId).not.toBe(requestId)
  })
})
