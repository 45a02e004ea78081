import type { IncomingMessage } from 'node:http'
import { TLSSocket } from 'node:tls'
import type { FaultMode } from '../faults.js'

/** A request as a service sees it: already read, the service's own prefix taken off the path. */
export type Incoming = {
  method: string
  /** Decoded segments below the service, for example `['institutions', '101001']`. */
  path: readonly string[]
  /** The `Idempotency-Key` header. */
  key: string | undefined
  /** What the `Authorization: Bearer` header holds. */
  token: string | undefined
  /** A header by its name in lower case. */
  header: (name: string) => string | undefined
  /** The body as it came; empty when there was none. */
  text: string
  /** Parsed JSON; undefined when no body was sent, or it is said to be something else. */
  body: unknown
  /** SHA-256 fingerprint of the caller's certificate, where one was shown. */
  certificate: string | undefined
  /** The fault asked for, when there is one; those of delivery are a service's own business. */
  fault: FaultMode | undefined
}

/** The body is larger than any request these services know. */
export class BodyTooLarge extends Error {}

/** The body is not JSON. */
export class BodyNotJson extends Error {}

const largestBody = 256 * 1024

/**
 * Reads a request's body.
 * @throws BodyTooLarge above 256 KiB
 */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largestBody) throw new BodyTooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * A request, read and taken apart.
 * @throws BodyNotJson when what is said to be JSON cannot be parsed
 */
export function incomingOf(
  request: IncomingMessage,
  { path, text, fault }: Pick<Incoming, 'path' | 'text' | 'fault'>,
): Incoming {
  const header = (name: string) => {
    const value = request.headers[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  return {
    method: request.method ?? 'GET',
    path,
    key: header('idempotency-key'),
    token: /^Bearer (.+)$/.exec(header('authorization') ?? '')?.[1],
    header,
    text,
    body: isJson(header('content-type')) ? parseJson(text) : undefined,
    certificate: fingerprintOf(request),
    fault,
  }
}

const isJson = (type = 'application/json') => !/xml|x-www-form-urlencoded/.test(type)

function parseJson(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new BodyNotJson()
  }
}

function fingerprintOf({ socket }: IncomingMessage): string | undefined {
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined
  return socket.getPeerCertificate().fingerprint256
}
