import { createHash, randomBytes } from 'node:crypto'
import type { HttpRequest } from '../http/exchange.js'

/**
 * What a browser holds while it is logged in, and on its way there. The prefix makes browsers refuse a cookie of that
 * name that is not for this host alone or came without TLS; their own machine counts as safe.
 */
export const SESSION_COOKIE = '__Host-brobygger'
export const ATTEMPT_COOKIE = '__Host-brobygger-login'

/** A value that nobody guesses. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of a cookie: whoever reads it cannot make the cookie from it. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** The value of a cookie that was sent once; undefined for none, and for two of a name. */
export function cookieOf(request: Pick<HttpRequest, 'headers'>, name: string): string | undefined {
  const { cookie } = request.headers
  if (typeof cookie !== 'string') return undefined
  const values = cookie
    .split(/;\s*/)
    .flatMap(pair => (pair.startsWith(`${name}=`) ? [pair.slice(name.length + 1)] : []))
  return values.length === 1 ? values[0] : undefined
}

/** Sets a cookie until the browser is closed. `Lax`: the login sends the browser back from another site. */
export const setCookie = (name: string, value: string): string =>
  `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax`

export const clearCookie = (name: string): string => `${setCookie(name, '')}; Max-Age=0`
