import type { Payload } from '@temporalio/common'
import { z } from 'zod'
import { decryptPayload, keyIdOf } from './encrypted-payload.js'
import type { KeyRing } from './key-ring.js'
import { metadataText, PLACE } from './metadata.js'
import { PayloadRefused, type PayloadRefusedCode } from './payload-refused.js'
import { placeFrom } from './place.js'

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
 *
 * @param of.namespace the namespace that is looked at: what was moved to it from another is not decoded. Of the
 * execution that is looked at, the UI says nothing.
 */
export async function decodePayloads(
  request: CodecBody,
  { ring, namespace }: { ring: KeyRing; namespace: string },
): Promise<DecodedForUi> {
  const refused: PayloadRefusedCode[] = []
  await ring.lookFor(request.payloads.map(json => keyIdOf(fromJson(json))))
  const payloads = request.payloads.map(json => {
    try {
      return toJson(decryptPayload(inNamespace(fromJson(json), namespace), ring, undefined))
    } catch (error) {
      if (!(error instanceof PayloadRefused)) throw error
      if (error.code !== 'payload-plaintext') refused.push(error.code)
      return json
    }
  })
  return { body: { payloads }, refused }
}

function inNamespace(payload: Payload, namespace: string): Payload {
  const place = metadataText(payload.metadata, PLACE)
  if (place !== undefined && placeFrom(place).namespace !== namespace) {
    throw new PayloadRefused('payload-misplaced')
  }
  return payload
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
