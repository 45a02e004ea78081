import type { IncomingMessage, ServerResponse } from 'node:http'
import { createProxyServer } from 'httpxy'
import { ownAnswer } from './own-answers.js'

/** How long Temporal UI may take for an answer of the gate's own, in milliseconds. */
const PATIENCE = 10_000

/**
 * Stands before Temporal UI and passes everything on, but for what the page cannot do without and a supervisor may not
 * ask for. What decodes payloads is offered under `/codec`: the page gives the supervisor's token to
 * nobody but an address with TLS, such as the gate's own.
 *
 * @param target.ui address of Temporal UI
 * @param target.codec address of what decodes
 * @param target.failed hears of what could not be passed on
 */
export function gate(target: {
  ui: string
  codec: string
  failed: () => void
}): (request: IncomingMessage, response: ServerResponse) => void {
  const proxy = createProxyServer({ xfwd: true })
  const [ui, codec] = [new URL(target.ui), new URL(target.codec)]
  const failed = (response: ServerResponse) => {
    target.failed()
    if (!response.headersSent) response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' })
    response.end('Temporal UI svarer ikke. Prøv igen om lidt.\n')
  }
  return (request, response) => {
    const answering =
      answerItself(ui, request, response) ??
      (request.url?.startsWith('/codec/') === true
        ? proxy.web(asCodec(request, codec), response, { target: codec.origin })
        : proxy.web(request, response, { target: ui.href }))
    answering.catch(() => failed(response))
  }
}

/** The same request as the address that decodes knows it. */
function asCodec(request: IncomingMessage, codec: URL): IncomingMessage {
  request.url = `${codec.pathname}${(request.url ?? '').slice('/codec'.length)}`
  return request
}

/** Undefined for what is Temporal UI's to answer, and for whoever brings no token. */
function answerItself(
  ui: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> | undefined {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (request.method !== 'GET' || token === undefined) return undefined
  const ask = (path: string) =>
    fetch(new URL(path, ui), { headers: loginOf(request), signal: AbortSignal.timeout(PATIENCE) })
  const [path = ''] = (request.url ?? '').split('?', 1)
  return ownAnswer(path, token, ask)?.then(({ status, body }) => {
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    response.end(JSON.stringify(body))
  })
}

/** What Temporal UI knows a supervisor by: it checks the login itself before the server does. */
function loginOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    ['authorization', 'authorization-extras', 'cookie'].flatMap(name => {
      const value = headers[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}
