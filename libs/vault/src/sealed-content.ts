import { MASTER, open, seal, type KeyRing, type SealedBox } from '@brobygger/codec'
import type { JsonObject } from './json.js'
import { VaultError } from './vault-error.js'

/**
 * Version of the stored form. 1: one AES-256-GCM message under the master key. Keys per case and document will be
 * version 2 in the same columns, `key_id` naming the wrapped key.
 */
export const FORMAT = 1

/** Content as it is stored. */
export interface SealedContent extends SealedBox {
  readonly format: number
  readonly keyId: string
}

/**
 * Encrypts content for one place, and binds it to that place.
 * @param place what identifies the row: content moved to another row, case or administration cannot be opened there.
 */
export function sealContent(ring: KeyRing, content: JsonObject, place: readonly string[]): SealedContent {
  const key = ring.newest(MASTER)
  const box = seal(key.secret, Buffer.from(JSON.stringify(content)), binding(place, FORMAT, key.id))
  return { ...box, format: FORMAT, keyId: key.id }
}

/**
 * Decrypts content at its place.
 * @throws VaultError `vault-key-missing`, `vault-tampered`
 */
export function openContent(ring: KeyRing, sealed: SealedContent, place: readonly string[]): JsonObject {
  const key = ring.byId(sealed.keyId)
  if (key === undefined) throw new VaultError('vault-key-missing', place[1])
  const plaintext =
    key.purpose === MASTER && sealed.format === FORMAT
      ? open(key.secret, sealed, binding(place, sealed.format, key.id))
      : undefined
  if (plaintext === undefined) throw new VaultError('vault-tampered', place[1])
  // The key vouches that this is what sealContent wrote.
  return JSON.parse(plaintext.toString()) as JsonObject
}

// A JSON array, so that no two places give one text.
const binding = (place: readonly string[], format: number, keyId: string): string =>
  JSON.stringify([...place, format, keyId])
