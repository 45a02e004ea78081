import { createSecretKey } from 'node:crypto'
import type { KeyRing } from '@brobygger/codec'
import type { KeyStore, Queryable } from '@brobygger/keys'
import type { JsonObject } from './json.js'
import {
  documentKey,
  FORMAT,
  openContent,
  openFormat1,
  type RowPlace,
  type SealedContent,
} from './sealed-content.js'

/** Where an administration's texts and keys lie. */
export interface VaultStore {
  /** Connected to the data as a role of the administration. */
  readonly db: Queryable
  readonly keys: KeyStore
}

/** The columns of a sealed row as they are stored. */
export interface SealedRow {
  administration: string
  case_id: string
  format: number
  key_id: string
  wrapped_key: Buffer | null
  iv: Buffer
  ciphertext: Buffer
  tag: Buffer
}

/** A sealed row with what identifies it: its reference or task. */
export interface PlacedRow {
  readonly name: string
  readonly place: RowPlace
  readonly administration: string
  readonly caseId: string
  readonly sealed: SealedContent
}

export const SEALED_COLUMNS = 'administration, case_id, format, key_id, wrapped_key, iv, ciphertext, tag'

export const sealedOf = (row: SealedRow): SealedContent => ({
  format: row.format,
  keyId: row.key_id,
  wrappedKey: row.wrapped_key,
  iv: row.iv,
  ciphertext: row.ciphertext,
  tag: row.tag,
})

/**
 * Decrypts rows for an administration: its own by the key of their scope, another's by a grant that holds now. One
 * round trip to the key store. What no key opens any more is left out.
 * @param of.format1 opens texts of the older format, where there can be any
 */
export async function openRows(
  { keys, format1 }: { keys: KeyStore; format1: KeyRing | undefined },
  rows: readonly PlacedRow[],
): Promise<Map<string, JsonObject>> {
  const own = rows.filter(row => row.administration === keys.administration)
  const others = rows.filter(row => row.administration !== keys.administration)
  const scopes = [...new Set(own.filter(row => row.sealed.format === FORMAT).map(row => row.sealed.keyId))]
  const opened = await keys.open({ scopes, refs: others.map(row => row.name) })
  const contents = new Map<string, JsonObject>()
  for (const { name, place, sealed } of own) {
    if (sealed.format !== FORMAT && format1 !== undefined) {
      contents.set(name, openFormat1(format1, sealed, place))
      continue
    }
    const scope = opened.scopes.get(sealed.keyId)
    if (scope === undefined) continue
    const key = createSecretKey(documentKey(scope, sealed, place))
    contents.set(name, openContent(key, sealed, place))
  }
  for (const { name, place, sealed } of others) {
    const key = opened.grants.get(name)
    if (key !== undefined) contents.set(name, openContent(key, sealed, place))
  }
  return contents
}
