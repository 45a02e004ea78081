import { AccessLogError } from '@brobygger/access-log'
import { CursorError } from '@brobygger/database'
import { KeysError } from '@brobygger/keys'
import { HttpException } from '@nestjs/common'
import { isEngineError, problemOfEngine } from '../temporal/problem-of-engine.js'
import { isStorageDown } from '../storage/storage-down.js'
import { Problem } from './problem.js'
import type { ProblemCode } from './problems.js'

const ofStatus: Readonly<Record<number, ProblemCode>> = {
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'media-type-unsupported',
}

/** Seconds after which a client may well try again. */
const RETRY_AFTER = '5'

/** The problem that any error of ours, of the framework, the engine or the database stands for. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof KeysError && error.code === 'keys-unavailable') {
    return new Problem('keys-unavailable', { cause: error, headers: { 'Retry-After': RETRY_AFTER } })
  }
  if (isStorageDown(error)) {
    return new Problem('storage-unavailable', { cause: error, headers: { 'Retry-After': RETRY_AFTER } })
  }
  if (error instanceof AccessLogError && error.code === 'log-unavailable') {
    return new Problem('log-unavailable', { cause: error, headers: { 'Retry-After': RETRY_AFTER } })
  }
  if (error instanceof CursorError) {
    return new Problem('input-invalid', {
      errors: [
        {
          field: 'cursor',
          code: error.code,
          message: 'Brug cursoren fra forrige side, eller begynd forfra.',
        },
      ],
    })
  }
  if (isEngineError(error)) return problemOfEngine(error)
  const status = statusOf(error)
  if (status !== undefined && status >= 400 && status < 500) {
    return new Problem(ofStatus[status] ?? 'request-malformed', { cause: error })
  }
  return new Problem('internal-error', { cause: error })
}

/** The status of the framework's own errors, and of those the body parser throws. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus()
  const fromParser = error instanceof Error && 'status' in error && 'type' in error
  return fromParser && typeof error.status === 'number' ? error.status : undefined
}
