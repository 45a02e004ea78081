import type { HttpRequest, HttpResponse, Next } from './exchange.js'

const always = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  // A browser heeds it over TLS only.
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
}

/** Answers are data: no browser has anything to run or load from them. */
const data = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"
/** The page with the documentation runs its own scripts, and sets styles inline. */
const page =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"

/** Headers that keep browsers from guessing, framing, caching or telling others. */
export function securityHeaders(request: HttpRequest, response: HttpResponse, next: Next): void {
  const isPage = /^\/api\/docs(\/|$)/.test(request.path)
  response.set({ ...always, 'Content-Security-Policy': isPage ? page : data })
  next()
}
