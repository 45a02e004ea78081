import type { Payload } from '@temporalio/common'
import { z } from 'zod'
import { decryptPayload } from './encrypted-payload.js'
import type { KeyRing } from './key-ring.js'
import { PayloadRefused, type PayloadRefusedCode } from './payload-refused.js'

const jsonPayload = z.object({
  metadata: z.record(z.string(), z.base64()).optional(),
  data: z.base64().optional(),
})

/** Body of a request and an answer of the UI's remote codec: payloads in protobuf's JSON, bytes in base64. */
export const codecBody = z.object({ payloads: z.array(jsonPayload) })
export type CodecBody = z.infer<typeof codecBody>

/** What was decoded, and the codes of those encrypted payloads that were not. */
export interface DecodedForUi {
  readonly body: CodecBody
  readonly refused: readonly PayloadRefusedCode[]
}

/**
 * Decodes for a reader in Temporal's UI. Unlike in a worker, one payload that cannot be read must not hide the
 * others: what cannot be decrypted goes back as it came, still encrypted, and is counted. What was never encrypted
 * also goes back as it came: the UI has it already, and the server's own markers are like that.
 */
export function decodePayloads(request: CodecBody, ring: KeyRing): DecodedForUi {
  const refused: PayloadRefusedCode[] = []
  const payloads = request.payloads.map(json => {
    try {
      return toJson(decryptPayload(fromJson(json), ring))
    } catch (error) {
      if (!(error instanceof PayloadRefused)) throw error
      if (error.code !== 'payload-plaintext') refused.push(error.code)
      return json
    }
  })
  return { body: { payloads }, refused }
}

const fromJson = ({ metadata, data }: z.infer<typeof jsonPayload>): Payload => ({
  metadata: Object.fromEntries(
    Object.entries(metadata ?? {}).map(([name, value]) => [name, Buffer.from(value, 'base64')]),
  ),
  data: Buffer.from(data ?? '', 'base64'),
})

const toJson = ({ metadata, data }: Payload): z.infer<typeof jsonPayload> => ({
  metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([name, value]) => [name, base64(value)])),
  data: base64(data ?? new Uint8Array()),
})

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
