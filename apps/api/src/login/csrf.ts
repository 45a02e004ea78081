import { createHmac, timingSafeEqual } from 'node:crypto'
import type { HttpRequest } from '../http/exchange.js'
import { Problem } from '../http/problem.js'

/** Says that whoever sends a request has read an answer of ours, which another site's page cannot. */
export const CSRF_HEADER = 'X-Brobygger-CSRF'

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/** The token of a session: follows from its secret, so that no other session has it and nothing is stored. */
export const csrfTokenOf = (sessionSecret: string): string =>
  createHmac('sha256', sessionSecret).update('csrf').digest('base64url')

/**
 * Lets a request that changes something through only from a page of our own.
 *
 * @param ownOrigin of the API as browsers have it
 * @throws Problem `origin-refused` or `csrf-refused`
 */
export function checkForgery(
  request: Pick<HttpRequest, 'method' | 'headers'>,
  { sessionSecret, ownOrigin }: { sessionSecret: string; ownOrigin: string },
): void {
  if (SAFE_METHODS.includes(request.method)) return
  const { origin, 'sec-fetch-site': site } = request.headers
  // Every browser says at least one of the two with such a request.
  const isOwn = origin === undefined ? site === 'same-origin' : origin === ownOrigin
  if (!isOwn || site === 'cross-site' || site === 'same-site') throw new Problem('origin-refused')
  const sent = request.headers[CSRF_HEADER.toLowerCase()]
  if (typeof sent !== 'string' || !isSame(sent, csrfTokenOf(sessionSecret))) throw new Problem('csrf-refused')
}

function isSame(sent: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(sent), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
