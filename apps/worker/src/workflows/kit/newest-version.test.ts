import { NexusOperationFailure } from '@temporalio/common'
import { describe, expect, it } from '@jest/globals'
import { HandlerError } from 'nexus-rpc'
import { isUnknownThere } from './newest-version.js'

const failed = (type: 'NOT_FOUND' | 'UNAUTHORIZED'): NexusOperationFailure =>
  new NexusOperationFailure(
    'nexus operation failed',
    5,
    'social-services',
    'family-group.v2',
    'offerReferral',
    '',
    new HandlerError(type, 'said there'),
  )

describe('a receiver that lags behind', () => {
  it('is known by not serving the newer version at all', () => {
    expect(isUnknownThere(failed('NOT_FOUND'))).toBe(true)
  })

  it('is not taken for one that refuses: what was refused in the newer words is not said again in older ones', () => {
    expect(isUnknownThere(failed('UNAUTHORIZED'))).toBe(false)
    expect(isUnknownThere(new HandlerError('NOT_FOUND', 'said here'))).toBe(false)
  })
})
