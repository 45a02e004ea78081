import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto'

const CIPHER = 'aes-256-gcm'

/** Bytes of the initialisation vector: 96 bits, as NIST SP 800-38D recommends for GCM. */
export const IV_BYTES = 12
/** Bytes of the authentication tag. */
export const TAG_BYTES = 16

/** The parts of one AES-256-GCM message. */
export interface SealedBox {
  readonly iv: Buffer
  readonly ciphertext: Buffer
  readonly tag: Buffer
}

/**
 * Encrypts under a fresh random IV. A key may seal 2^32 messages before chance makes an IV repeat likely
 * enough to matter, which is far beyond what one key sees between rotations.
 * @param bound what the message is bound to; opening needs the same text.
 */
export function seal(key: KeyObject, plaintext: Uint8Array, bound: string): SealedBox {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(bound))
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return { iv, ciphertext, tag: cipher.getAuthTag() }
}

/** Decrypts; `undefined` when key, content, tag or binding do not fit together. */
export function open(key: KeyObject, box: SealedBox, bound: string): Buffer | undefined {
  try {
    const decipher = createDecipheriv(CIPHER, key, box.iv, { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(bound))
    decipher.setAuthTag(box.tag)
    return Buffer.concat([decipher.update(box.ciphertext), decipher.final()])
  } catch {
    return undefined
  }
}
