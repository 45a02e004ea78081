import { accessReason } from '@brobygger/domain/codes'
import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { idempotencyKey, KEY_HEADER } from '../command/idempotency-key.js'
import { SESSION_COOKIE } from '../login/cookies.js'
import { CSRF_HEADER } from '../login/csrf.js'
import { REASON_HEADER } from '../access/actor.js'
import { PERSON_HEADER } from '../person/person.guard.js'
import { groupBy } from './group-by.js'
import type { Success } from './operation.js'
import { header, problemResponses } from './problem-responses.js'
import type { DocumentedRoute } from './read-routes.js'

const [PERSON, TOKEN, SESSION] = ['person', 'token', 'session'] as const

/** The OpenAPI 3.1 document of the routes. */
export function makeDocument(routes: readonly DocumentedRoute[]): ReturnType<typeof createDocument> {
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Brobygger',
      version: '1',
      description:
        'Carries a worry about a child across the administrations of a Danish municipality. What was accepted is already visible when the answer arrives. Errors are problems (RFC 9457) with stable codes, listed at /api/problems.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ [TOKEN]: [] }, { [SESSION]: [] }, { [PERSON]: [] }],
    tags: [...new Set(routes.map(route => route.tag))].map(name => ({ name })),
    paths: pathsOf(routes),
    components: {
      securitySchemes: {
        [TOKEN]: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Access token of the login.',
        },
        [SESSION]: {
          type: 'apiKey',
          in: 'cookie',
          name: SESSION_COOKIE,
          description: `Set by /api/login. What changes something needs \`${CSRF_HEADER}\` as well, from /api/me.`,
        },
        [PERSON]: {
          type: 'apiKey',
          in: 'header',
          name: PERSON_HEADER,
          description: 'Staff id of whoever asks. Plain development only.',
        },
      },
    },
  })
}

function pathsOf(routes: readonly DocumentedRoute[]): ZodOpenApiPathsObject {
  const byPath = groupBy(routes, route => route.path)
  return Object.fromEntries(
    [...byPath].map(([path, ways]) => [
      path,
      Object.fromEntries(ways.map(route => [route.method.toLowerCase(), operationOf(route)])),
    ]),
  )
}

function operationOf(route: DocumentedRoute): ZodOpenApiOperationObject {
  const { facts, body, query, params, open, tag } = route
  const hasParams = Object.keys(params).length > 0
  return {
    operationId: facts?.id ?? '',
    tags: [tag],
    summary: facts?.summary ?? '',
    ...(facts?.description === undefined ? {} : { description: facts.description }),
    ...(open ? { security: [] } : {}),
    requestParams: {
      ...(hasParams ? { path: z.object(params) } : {}),
      ...(query ? { query } : {}),
      ...headersOf(route),
    },
    ...(body
      ? {
          requestBody: {
            required: !body.safeParse(undefined).success,
            content: { 'application/json': { schema: body } },
          },
        }
      : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(facts?.successes ?? {}).map(([status, success]) => [status, successOf(success)]),
      ),
      ...problemResponses(route),
    },
  }
}

/** A command may have a key; a leader who reads says why. */
function headersOf({ facts, method, open }: DocumentedRoute) {
  const headers = {
    ...(facts?.keyed ? { [KEY_HEADER]: keyParameter } : {}),
    ...(method === 'GET' && !open ? { [REASON_HEADER]: reasonParameter } : {}),
  }
  return Object.keys(headers).length > 0 ? { header: z.object(headers) } : {}
}

const reasonParameter = accessReason.optional().meta({
  description: 'Why a leader looks into a case: without it they see tasks, dates and owners',
})

const keyParameter = idempotencyKey.optional().meta({
  description: 'Of your own choice. A repeat with the same key and body gets the first answer.',
})

function successOf({ description, schema, headers = {} }: Success) {
  // What sends a browser on has no body.
  const sendsOn = headers['Location'] !== undefined
  const content =
    schema === undefined ? { 'text/plain': { schema: z.string() } } : { 'application/json': { schema } }
  return {
    description,
    headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, header(text)])),
    ...(sendsOn && schema === undefined ? {} : { content }),
  }
}
