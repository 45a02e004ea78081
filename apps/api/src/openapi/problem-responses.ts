import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { problemCodes, problems, type ProblemCode } from '../http/problems.js'
import { groupBy } from './group-by.js'
import { showsContent } from './operation.js'
import type { DocumentedRoute } from './read-routes.js'

const fieldError = z
  .object({ field: z.string(), code: z.string(), message: z.string() })
  .meta({ id: 'FieldError' })

/** An error as RFC 9457 has it, with a stable code. */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'Address of the documentation of the code' }),
    title: z.string().meta({ description: 'In Danish' }),
    status: z.int(),
    detail: z.string().meta({ description: 'In Danish: what to do next' }),
    code: z.enum(problemCodes as [ProblemCode, ...ProblemCode[]]),
    instance: z
      .string()
      .optional()
      .meta({ description: 'Number of this occurrence, by which the log is searched' }),
    errors: z.array(fieldError).optional(),
  })
  .meta({ id: 'Problem' })

/** What a request whose sender has to be known can meet before anything else. */
const ofLogin = [
  'person-missing',
  'person-unknown',
  'login-required',
  'session-ended',
  'token-expired',
  'token-invalid',
  'assurance-too-low',
  'origin-refused',
  'csrf-refused',
  'login-unavailable',
  'storage-unavailable',
  'too-many-requests',
] as const satisfies readonly ProblemCode[]

/** What can go wrong with a route: what its facts say, and what follows from its guard, parameters and body. */
export function problemsOf(route: DocumentedRoute): ProblemCode[] {
  const hasParams = Object.keys(route.params).length > 0
  const codes: ProblemCode[] = [
    ...(route.body || route.query || hasParams || route.facts?.keyed ? (['input-invalid'] as const) : []),
    // An address can be malformed, and a body can come where none is asked for.
    'request-malformed',
    'body-too-large',
    'media-type-unsupported',
    'not-found',
    'method-not-allowed',
    ...(route.open ? [] : ofLogin),
    ...(showsContent(route) ? (['log-unavailable'] as const) : []),
    ...(route.open ? [] : (['access-denied'] as const)),
    ...(!route.open && hasParams
      ? (['case-restricted', 'case-unknown', 'conflict-of-interest'] as const)
      : []),
    ...(route.facts?.keyed ? (['idempotency-key-reused'] as const) : []),
    ...(route.facts?.problems ?? []),
    'internal-error',
  ]
  return [...new Set(codes)]
}

/** The problems of a route as responses, one a status with its codes. */
export function problemResponses(route: DocumentedRoute): Record<string, ZodOpenApiResponseObject> {
  const byStatus = groupBy(problemsOf(route), code => problems[code].status)
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, codes]) => [
        String(status),
        {
          description: codes.map(code => `\`${code}\`: ${problems[code].title.en}`).join('\n\n'),
          ...(status === 503 || status === 429
            ? { headers: { 'Retry-After': header('Seconds after which to try again') } }
            : {}),
          ...(status === 405 ? { headers: { Allow: header('The methods the address takes') } } : {}),
          content: { 'application/problem+json': { schema: problemSchema } },
        },
      ]),
  )
}

/** A response header that holds text. */
export const header = (description: string) => ({ description, schema: { type: 'string' as const } })
