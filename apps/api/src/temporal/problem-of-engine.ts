import {
  ApplicationFailure,
  NamespaceNotFoundError,
  QueryNotRegisteredError,
  QueryRejectedError,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  isGrpcServiceError,
} from '@temporalio/client'
import { Problem } from '../http/problem.js'
import { isProblemCode, problems, type ProblemCode } from '../http/problems.js'

/** Seconds after which a client may well try again. */
const RETRY_AFTER = '5'

const ours = [
  WorkflowUpdateFailedError,
  WorkflowNotFoundError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  QueryNotRegisteredError,
  QueryRejectedError,
  NamespaceNotFoundError,
  ServiceError,
]

/** Whether an error comes from Temporal's client. */
export function isEngineError(error: unknown): boolean {
  return ours.some(kind => error instanceof kind) || isGrpcServiceError(error)
}

/** The problem that an error of Temporal's client stands for. */
export function problemOfEngine(error: unknown): Problem {
  if (error instanceof WorkflowUpdateFailedError) return refusal(error)
  if (error instanceof WorkflowNotFoundError) return new Problem('process-ended', { cause: error })
  return new Problem('engine-unavailable', { cause: error, headers: { 'Retry-After': RETRY_AFTER } })
}

/** Codes of a workflow's refusals that stand under another name here. */
const renamed: Readonly<Record<string, ProblemCode>> = {
  'message-invalid': 'answer-invalid',
  'person-unknown': 'staff-unknown',
}

/** A process refused: its failure's type is the stable code, its first detail may name a field. */
function refusal(error: WorkflowUpdateFailedError): Problem {
  const { cause } = error
  if (!(cause instanceof ApplicationFailure)) return new Problem('refused', { cause: error })
  const type = cause.type ?? ''
  const known = renamed[type] ?? (isProblemCode(type) && problems[type].status < 500 ? type : undefined)
  const code = known ?? 'refused'
  const field = fieldOf(cause.details?.[0])
  const errors = field === undefined ? [] : [{ field, code, message: problems[code].title.da }]
  return new Problem(code, { cause: error, ...(errors.length > 0 ? { errors } : {}) })
}

function fieldOf(detail: unknown): string | undefined {
  if (typeof detail !== 'object' || detail === null || !('field' in detail)) return undefined
  return typeof detail.field === 'string' && detail.field !== '' ? detail.field : undefined
}
