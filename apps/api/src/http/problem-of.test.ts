import { CursorError, DatabaseError } from '@brobygger/database'
import { KeysError } from '@brobygger/keys'
import { VaultError } from '@brobygger/vault'
import { describe, expect, it } from '@jest/globals'
import {
  ApplicationFailure,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client'
import { problemBody } from './problem.js'
import { problemOf } from './problem-of.js'

const refused = (type: string, ...details: unknown[]) =>
  new WorkflowUpdateFailedError('refused', ApplicationFailure.create({ type, message: type, details }))

describe('an error becomes a problem', () => {
  it.each([
    [
      'a database that is down',
      new DatabaseError('database-unavailable', 'ECONNREFUSED'),
      'storage-unavailable',
    ],
    ['a vault that is down', new VaultError('vault-unavailable'), 'storage-unavailable'],
    ['a key store that is down', new KeysError('keys-unavailable'), 'keys-unavailable'],
    ['a database that says no', new DatabaseError('database-refused', '42501'), 'internal-error'],
    ['an engine that is down', new ServiceError('unavailable'), 'engine-unavailable'],
    [
      'an update nobody took in time',
      new WorkflowUpdateRPCTimeoutOrCancelledError('late'),
      'engine-unavailable',
    ],
    [
      'a process that has ended',
      new WorkflowNotFoundError('gone', 'concern-k7qm4d2x', undefined),
      'process-ended',
    ],
    ['a refusal with a code of the table', refused('consent-missing'), 'consent-missing'],
    ['a refusal that has another name here', refused('person-unknown'), 'staff-unknown'],
    ['a refusal nobody knows', refused('something-new'), 'refused'],
    ['a refusal that claims a fault of ours', refused('internal-error'), 'refused'],
    ['a cursor of another list', new CursorError(), 'input-invalid'],
    [
      'a body too large',
      Object.assign(new Error(), { status: 413, type: 'entity.too.large' }),
      'body-too-large',
    ],
    [
      'an unknown encoding',
      Object.assign(new Error(), { status: 415, type: 'encoding.unsupported' }),
      'media-type-unsupported',
    ],
    [
      'a request that broke off',
      Object.assign(new Error(), { status: 400, type: 'request.aborted' }),
      'request-malformed',
    ],
    ['anything else', new TypeError('x is not a function'), 'internal-error'],
  ])('%s', (_, error, code) => {
    expect(problemOf(error).code).toBe(code)
  })

  it('names the field that a process refused', () => {
    const { more } = problemOf(refused('answer-invalid', { field: 'outcome' }))
    expect(more.errors).toEqual([expect.objectContaining({ field: 'outcome', code: 'answer-invalid' })])
  })

  it('says nothing of the error itself', () => {
    const body = problemBody(problemOf(new Error('row (Mathilde) violates a constraint')), 'urn:uuid:1')
    expect(JSON.stringify(body)).not.toContain('Mathilde')
    expect(body).toMatchObject({ status: 500, instance: 'urn:uuid:1' })
  })
})
