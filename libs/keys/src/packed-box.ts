import { IV_BYTES, open, seal, TAG_BYTES } from '@brobygger/codec'
import type { KeyObject } from 'node:crypto'

/** Encrypts a key under a key: IV, tag and ciphertext in one piece. */
export function wrapUnder(key: KeyObject, plaintext: Uint8Array, bound: string): Buffer {
  const { iv, tag, ciphertext } = seal(key, plaintext, bound)
  return Buffer.concat([iv, tag, ciphertext])
}

/** Decrypts what {@link wrapUnder} made; `undefined` when key, bytes and binding do not fit together. */
export function unwrapUnder(key: KeyObject, wrapped: Uint8Array, bound: string): Buffer | undefined {
  const bytes = Buffer.from(wrapped)
  const start = IV_BYTES + TAG_BYTES
  return open(
    key,
    {
      iv: bytes.subarray(0, IV_BYTES),
      tag: bytes.subarray(IV_BYTES, start),
      ciphertext: bytes.subarray(start),
    },
    bound,
  )
}
