import type { HttpRequest, HttpResponse, Next } from '../http/exchange.js'

/** Lets Temporal UI's page, and no other, ask the codec from a browser. */
export function uiCors(uiUrl: string | undefined) {
  const origin = uiUrl === undefined ? undefined : new URL(uiUrl).origin
  return (request: HttpRequest, response: HttpResponse, next: Next): void => {
    if (origin === undefined || request.headers['origin'] !== origin) return next()
    response.set({
      'Access-Control-Allow-Origin': origin,
      Vary: 'Origin',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
    if (request.method !== 'OPTIONS') return next()
    response.set({
      'Access-Control-Allow-Methods': 'POST',
      'Access-Control-Allow-Headers': 'content-type, x-namespace, authorization, authorization-extras',
      'Access-Control-Max-Age': '600',
    })
    response.status(204).end()
  }
}
