import type { Payload } from '@temporalio/common'
import proto from '@temporalio/proto'
import type { Key, KeyRing } from './key-ring.js'
import { CONTRACT, ENCODING, ENCRYPTED, KEY_ID, metadataBytes, metadataText, SENDER } from './metadata.js'
import { PayloadRefused } from './payload-refused.js'
import { MASTER, transitOf } from './purposes.js'
import { IV_BYTES, open, seal, TAG_BYTES } from './sealed-box.js'

const PayloadMessage = proto.temporal.api.common.v1.Payload

/** Version of the layout: one byte of version, IV, tag, ciphertext of the whole payload as protobuf. */
const FORMAT = 1
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES

const bound = (keyId: string): string => `brobygger-payload:${FORMAT}:${keyId}`

/** Encrypts a payload, metadata included, with one key. */
export function encryptPayload(payload: Payload, key: Key): Payload {
  const { iv, tag, ciphertext } = seal(key.secret, PayloadMessage.encode(payload).finish(), bound(key.id))
  return {
    metadata: { [ENCODING]: metadataBytes(ENCRYPTED), [KEY_ID]: metadataBytes(key.id) },
    data: Buffer.concat([Buffer.of(FORMAT), iv, tag, ciphertext]),
  }
}

/**
 * Decrypts a payload by its key id alone, since over Nexus nothing else is known about it.
 * A payload under a transit key gets its sender from the key, whatever it says of itself.
 * @throws PayloadRefused
 */
export function decryptPayload(payload: Payload, ring: KeyRing): Payload {
  if (metadataText(payload.metadata, ENCODING) !== ENCRYPTED) throw new PayloadRefused('payload-plaintext')
  const data = Buffer.from(payload.data ?? [])
  const keyId = metadataText(payload.metadata, KEY_ID)
  if (keyId === undefined || data[0] !== FORMAT || data.length < HEAD_BYTES) {
    throw new PayloadRefused('payload-malformed')
  }
  const key = ring.byId(keyId)
  // The vault's key is for the vault: no payload is made with it.
  if (key === undefined || key.purpose === MASTER) throw new PayloadRefused('payload-key-unknown')
  const plaintext = open(key.secret, boxOf(data), bound(keyId))
  if (plaintext === undefined) throw new PayloadRefused('payload-tampered')
  return withSender(PayloadMessage.decode(plaintext), key)
}

const boxOf = (data: Buffer) => ({
  iv: data.subarray(1, 1 + IV_BYTES),
  tag: data.subarray(1 + IV_BYTES, HEAD_BYTES),
  ciphertext: data.subarray(HEAD_BYTES),
})

function withSender(payload: Payload, key: Key): Payload {
  const transit = transitOf(key.purpose)
  if (metadataText(payload.metadata, CONTRACT) !== transit?.contract) {
    throw new PayloadRefused('payload-contract-mismatch')
  }
  const { [SENDER]: _claimed, ...metadata } = payload.metadata ?? {}
  const sender = transit === undefined ? {} : { [SENDER]: metadataBytes(transit.sender) }
  return { ...payload, metadata: { ...metadata, ...sender }, data: payload.data ?? new Uint8Array() }
}
