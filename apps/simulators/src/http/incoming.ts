import type { IncomingMessage } from 'node:http'
import type { FaultMode } from '../faults.js'

/** A request as a service sees it: already read and parsed, the service's own prefix taken off the path. */
export type Incoming = {
  method: string
  /** Decoded segments below the service, for example `['institutions', '101001']`. */
  path: readonly string[]
  /** The `Idempotency-Key` header. */
  key: string | undefined
  /** What the `Authorization: Bearer` header holds. */
  token: string | undefined
  /** Parsed JSON, undefined when no body was sent. */
  body: unknown
  /** The fault asked for, when there is one; only `late` is a service's own business. */
  fault: FaultMode | undefined
}

/** The body is larger than any request these services know. */
export class BodyTooLarge extends Error {}

/** The body is not JSON. */
export class BodyNotJson extends Error {}

const largestBody = 64 * 1024

/**
 * Reads a request's JSON body.
 * @throws BodyTooLarge above 64 KiB, BodyNotJson when it cannot be parsed.
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largestBody) throw new BodyTooLarge()
    chunks.push(chunk)
  }
  if (size === 0) return undefined
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new BodyNotJson()
  }
}
