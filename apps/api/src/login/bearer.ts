import type { HttpRequest } from '../http/exchange.js'
import { Problem } from '../http/problem.js'

/**
 * The token that a request brings (RFC 6750); undefined when it brings none.
 * @throws Problem `token-invalid` for credentials of another kind
 */
export function bearerOf({ headers }: Pick<HttpRequest, 'headers'>): string | undefined {
  const { authorization } = headers
  if (authorization === undefined) return undefined
  const token = typeof authorization === 'string' ? /^Bearer +(\S+)$/i.exec(authorization)?.[1] : undefined
  if (token === undefined) throw new Problem('token-invalid', { headers: { 'WWW-Authenticate': 'Bearer' } })
  return token
}
