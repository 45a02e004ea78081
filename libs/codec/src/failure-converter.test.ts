import { describe, expect, it } from '@jest/globals'
import { ApplicationFailure, CancelledFailure, type LoadedDataConverter } from '@temporalio/common'
import {
  decodeOptionalFailureToOptionalError,
  encodeErrorToFailure,
} from '@temporalio/common/lib/internal-non-workflow/index.js'
import { HandlerError } from 'nexus-rpc'
import { BrobyggerCodec } from './brobygger-codec.js'
import { failureConverter } from './failure-converter.js'
import { newKeyVersion } from './key-file.js'
import { KeyRing } from './key-ring.js'
import { payloadConverter } from './payload-converter.js'

const converterOf = (administration: string): LoadedDataConverter => ({
  payloadConverter,
  failureConverter,
  payloadCodecs: [
    new BrobyggerCodec({
      administration,
      ring: KeyRing.of({ format: 1, keys: { [`administration:${administration}`]: [newKeyVersion()] } }),
    }),
  ],
})
const children = converterOf('children-and-youth')
const social = converterOf('social-services')
const context = { type: 'workflow', namespace: 'children-and-youth', workflowId: 'concern-k7qm4d2x' } as const
// Fails modulus 11 and its date does not exist: nobody's number.
const cpr = '320199-0001'

const bytesOf = (failure: unknown): string =>
  JSON.stringify(failure, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  )

describe('an error inside an administration', () => {
  it('is stored without its message, its cause and its details in the clear, and comes back with them', async () => {
    const error = ApplicationFailure.create({
      message: `No person ${cpr}`,
      type: 'register-refused',
      details: [{ asked: cpr }],
      cause: new Error(`looked for ${cpr}`),
    })
    const stored = await encodeErrorToFailure(children, error, context)
    expect(bytesOf(stored)).not.toContain(cpr)
    expect(bytesOf(stored)).not.toContain('failure-converter.test')
    expect(stored.applicationFailureInfo?.type).toBe('register-refused')
    const back = await decodeOptionalFailureToOptionalError(children, stored, context)
    expect(back).toMatchObject({ message: `No person ${cpr}`, details: [{ asked: cpr }] })
    expect(back?.cause).toMatchObject({ message: `looked for ${cpr}` })
  })
})

describe('an error that leaves a Nexus handler', () => {
  const crossed = async (error: unknown): Promise<Error | undefined> => {
    const stored = await encodeErrorToFailure(social, error)
    expect(bytesOf(stored)).not.toContain(cpr)
    return decodeOptionalFailureToOptionalError(children, stored, context)
  }

  it('is readable for a caller without the handler key, as type and code', async () => {
    const back = await crossed(new HandlerError('BAD_REQUEST', 'offer-revoked'))
    expect(back).toMatchObject({ type: 'BAD_REQUEST', message: 'offer-revoked' })
  })

  it('keeps text, stack and causes at home', async () => {
    const cause = new Error(`no ${cpr}`)
    const back = await crossed(new HandlerError('INTERNAL', `Failed for ${cpr}`, { cause }))
    expect(back).toMatchObject({ type: 'INTERNAL', message: 'nexus-operation-failed', stack: '' })
    expect(back?.cause).toBeUndefined()
  })

  it('is bare as well when an operation failed or was cancelled', async () => {
    const failed = ApplicationFailure.create({ message: cpr, type: 'OperationError', details: [cpr] })
    expect(await crossed(failed)).toMatchObject({ type: 'OperationError', message: 'nexus-operation-failed' })
    const cancelled = await crossed(new CancelledFailure('offer-revoked', [cpr]))
    expect(cancelled).toBeInstanceOf(CancelledFailure)
    expect(cancelled?.message).toBe('offer-revoked')
  })
})
