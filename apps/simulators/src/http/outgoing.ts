import type { ServerResponse } from 'node:http'

/** What is to be sent back, before any fault has its way with it. */
export type Outgoing = { status: number; type: string; text: string; headers?: Record<string, string> }

/** An answer in JSON. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Outgoing {
  return { status, type: 'application/json; charset=utf-8', text: JSON.stringify(body), headers }
}

/** A refusal with a stable code; never repeats what was sent. */
export function refusal(status: number, code: string, headers: Record<string, string> = {}): Outgoing {
  return json(status, { code }, headers)
}

/** An answer as a page; scripts and outside resources are barred. */
export function html(text: string): Outgoing {
  const policy = "default-src 'none'; style-src 'unsafe-inline'"
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    text,
    headers: { 'Content-Security-Policy': policy },
  }
}

/** Sends the whole answer. */
export function send(response: ServerResponse, { status, type, text, headers }: Outgoing): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(text),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    ...headers,
  })
  response.end(text)
}

/** Promises the whole answer, sends the first half of it, and breaks the connection. */
export function sendHalf(response: ServerResponse, { status, type, text }: Outgoing): void {
  const bytes = Buffer.from(text)
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': bytes.length })
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy())
}
