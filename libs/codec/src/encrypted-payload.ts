import type { Payload } from '@temporalio/common'
import proto from '@temporalio/proto'
import type { KeyRing } from './key-ring.js'
import type { Key } from './keys.js'
import {
  CONTRACT,
  ENCODING,
  ENCRYPTED,
  KEY_ID,
  metadataBytes,
  metadataText,
  ORIGIN,
  PLACE,
  SENDER,
} from './metadata.js'
import { PayloadRefused } from './payload-refused.js'
import { placeText, type Place } from './place.js'
import { isOfPayloads, transitOf } from './purposes.js'
import { IV_BYTES, open, seal, TAG_BYTES } from './sealed-box.js'

const PayloadMessage = proto.temporal.api.common.v1.Payload

/**
 * Versions of the layout: one byte of version, IV, tag, ciphertext of the whole payload as protobuf. The second is
 * bound to its place as well as to its key. A version of a key knows one of them, so nothing can be made to look older.
 */
const UNPLACED = 1
const PLACED = 2
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES

const formatOf = (key: Key): number => (key.binds ? PLACED : UNPLACED)

const bound = (key: Key, place: string | undefined): string =>
  key.binds
    ? `brobygger-payload:${PLACED}:${key.id}:${place ?? ''}`
    : `brobygger-payload:${UNPLACED}:${key.id}`

/**
 * Encrypts a payload, metadata included, with one key.
 * @param place the execution it belongs to; `undefined` for what a Nexus handler answers
 */
export function encryptPayload(payload: Payload, key: Key, place: Place | undefined): Payload {
  const text = place === undefined || !key.binds ? undefined : placeText(place)
  const { iv, tag, ciphertext } = seal(key.secret, PayloadMessage.encode(payload).finish(), bound(key, text))
  return {
    metadata: {
      [ENCODING]: metadataBytes(ENCRYPTED),
      [KEY_ID]: metadataBytes(key.id),
      ...(text === undefined ? {} : { [PLACE]: metadataBytes(text) }),
    },
    data: Buffer.concat([Buffer.of(formatOf(key)), iv, tag, ciphertext]),
  }
}

/** Id of the key that a payload names. */
export const keyIdOf = (payload: Payload): string | undefined => metadataText(payload.metadata, KEY_ID)

/**
 * Decrypts a payload by its key id. A payload under a transit key gets its sender from the key, whatever it says of
 * itself, and the place it was sent from.
 * @param place the execution that asks; `undefined` where nothing is known of it, as over Nexus
 * @throws PayloadRefused
 */
export function decryptPayload(payload: Payload, ring: KeyRing, place: Place | undefined): Payload {
  if (metadataText(payload.metadata, ENCODING) !== ENCRYPTED) throw new PayloadRefused('payload-plaintext')
  const data = Buffer.from(payload.data ?? [])
  const keyId = keyIdOf(payload)
  if (keyId === undefined || data.length < HEAD_BYTES) throw new PayloadRefused('payload-malformed')
  const key = ring.byId(keyId)
  // The vault's keys are for the vault: no payload is made with them.
  if (key === undefined || !isOfPayloads(key.purpose)) throw new PayloadRefused('payload-key-unknown')
  if (data[0] !== formatOf(key)) throw new PayloadRefused('payload-malformed')
  const claimed = metadataText(payload.metadata, PLACE)
  const plaintext = open(key.secret, boxOf(data), bound(key, claimed))
  if (plaintext === undefined) throw new PayloadRefused('payload-tampered')
  if (place !== undefined && !belongs(key, claimed, place)) throw new PayloadRefused('payload-misplaced')
  return withSender(PayloadMessage.decode(plaintext), key, claimed)
}

/** Whether a payload may be read where it lies. What a Nexus handler answered has no place, only a transit key. */
function belongs(key: Key, claimed: string | undefined, place: Place): boolean {
  if (!key.binds) return true
  return claimed === undefined ? transitOf(key.purpose) !== undefined : claimed === placeText(place)
}

const boxOf = (data: Buffer) => ({
  iv: data.subarray(1, 1 + IV_BYTES),
  tag: data.subarray(1 + IV_BYTES, HEAD_BYTES),
  ciphertext: data.subarray(HEAD_BYTES),
})

function withSender(payload: Payload, key: Key, place: string | undefined): Payload {
  const transit = transitOf(key.purpose)
  if (metadataText(payload.metadata, CONTRACT) !== transit?.contract) {
    throw new PayloadRefused('payload-contract-mismatch')
  }
  const { [SENDER]: _sender, [ORIGIN]: _origin, ...metadata } = payload.metadata ?? {}
  const known =
    transit === undefined
      ? {}
      : {
          [SENDER]: metadataBytes(transit.sender),
          ...(key.binds && place !== undefined ? { [ORIGIN]: metadataBytes(place) } : {}),
        }
  return { ...payload, metadata: { ...metadata, ...known }, data: payload.data ?? new Uint8Array() }
}
