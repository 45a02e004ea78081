import { createSecretKey, type KeyObject } from 'node:crypto'
import { MASTER, open, seal, type KeyRing, type SealedBox } from '@brobygger/codec'
import { newSecret, unwrapUnder, wrapUnder, type ScopeKey } from '@brobygger/keys'
import type { JsonObject } from './json.js'
import { VaultError } from './vault-error.js'

/**
 * Version of the stored form.
 * 1: one AES-256-GCM message under the one master key of the key file, as everything was until each case had a key.
 * 2: one under the document's own key, which is wrapped by the key of its case or envelope; `keyId` names that one.
 */
export const FORMAT = 2

/** Content as it is stored. */
export interface SealedContent extends SealedBox {
  readonly format: number
  readonly keyId: string
  /** The document's key, wrapped; `null` in format 1. */
  readonly wrappedKey: Buffer | null
}

/** What identifies a row: content moved to another row, case or administration cannot be opened there. */
export type RowPlace = readonly [kind: string, ...rest: string[]]

/** Encrypts content for one place under a key of its own, and binds it to that place. */
export function sealContent(scope: ScopeKey, content: JsonObject, place: RowPlace): SealedContent {
  const secret = newSecret()
  const bound = binding(place, FORMAT, scope.id)
  return {
    ...seal(createSecretKey(secret), Buffer.from(JSON.stringify(content)), bound),
    format: FORMAT,
    keyId: scope.id,
    wrappedKey: wrapUnder(scope.secret, secret, `key of ${bound}`),
  }
}

/**
 * The document's own key.
 * @throws VaultError `vault-tampered`
 */
export function documentKey(scope: KeyObject, sealed: SealedContent, place: RowPlace): Buffer {
  const { format, keyId, wrappedKey } = sealed
  const secret =
    format === FORMAT && wrappedKey !== null
      ? unwrapUnder(scope, wrappedKey, `key of ${binding(place, format, keyId)}`)
      : undefined
  if (secret === undefined) throw new VaultError('vault-tampered', place[1])
  return secret
}

/**
 * Decrypts content of format 2 at its place.
 * @throws VaultError `vault-tampered`
 */
export function openContent(key: KeyObject, sealed: SealedContent, place: RowPlace): JsonObject {
  const { format, keyId } = sealed
  return parsed(format === FORMAT ? open(key, sealed, binding(place, format, keyId)) : undefined, place)
}

/**
 * Decrypts content of format 1 at its place.
 * @throws VaultError `vault-key-missing`, `vault-tampered`
 */
export function openFormat1(ring: KeyRing, sealed: SealedContent, place: RowPlace): JsonObject {
  const { format, keyId } = sealed
  const key = ring.byId(keyId)
  if (key === undefined) throw new VaultError('vault-key-missing', place[1])
  const fits = key.purpose === MASTER && format === 1
  return parsed(fits ? open(key.secret, sealed, binding(place, format, keyId)) : undefined, place)
}

function parsed(plaintext: Buffer | undefined, place: RowPlace): JsonObject {
  if (plaintext === undefined) throw new VaultError('vault-tampered', place[1])
  // The key vouches that this is what was sealed.
  return JSON.parse(plaintext.toString()) as JsonObject
}

// A JSON array, so that no two places give one text.
const binding = (place: RowPlace, format: number, keyId: string): string =>
  JSON.stringify([...place, format, keyId])
