import type { KeyRing } from '@brobygger/codec'
import type { Scope } from '@brobygger/keys'
import type { JsonObject } from './json.js'
import {
  openRows,
  SEALED_COLUMNS,
  sealedOf,
  type PlacedRow,
  type SealedRow,
  type VaultStore,
} from './reader.js'
import { newReference, referenceOf, type Place } from './reference.js'
import { run } from './run.js'
import { sealContent, type RowPlace, type SealedContent } from './sealed-content.js'
import { isProtectedIn, withoutWhereabouts } from './whereabouts.js'

/** A text to keep. */
export interface TextInput extends Place {
  /** Chosen by the caller, unique within the case: a repeat stores nothing new and gives the same reference. */
  readonly id?: string
  readonly practice: boolean
  /** What kind of text it is, a code such as `enquiry` or `note`. */
  readonly purpose: string
  readonly content: JsonObject
  /** What its key is wrapped by; the case when left out. */
  readonly scope?: Scope
}

// The first of two texts with one reference stays.
const PUT = `
  insert into vault.texts
    (ref, administration, case_id, practice, purpose, format, key_id, wrapped_key, iv, ciphertext, tag)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict (ref) do nothing`

const FIND = `
  select ref, ${SEALED_COLUMNS}, ${isProtectedIn('texts')} as protected from vault.texts where ref = any($1::text[])`

const RESEAL = `
  update vault.texts set format = $3, key_id = $4, wrapped_key = $5, iv = $6, ciphertext = $7, tag = $8
  where ref = $1 and key_id = $2`

/** What identifies a text: its content opens nowhere else. */
export const textPlace = (ref: string, { administration, caseId }: Place): RowPlace => [
  'brobygger-text',
  ref,
  administration,
  caseId,
]

/** Encrypts and stores a text; gives its reference. */
export async function putText({ db, keys }: VaultStore, text: TextInput): Promise<string> {
  const { administration, caseId, practice, purpose, content, scope = 'case' } = text
  const ref = text.id === undefined ? newReference() : referenceOf(text, text.id)
  const key = await keys.scopeKey(caseId, scope)
  const sealed = sealContent(key, content, textPlace(ref, text))
  await run(db, PUT, [ref, administration, caseId, practice, purpose, ...columnsOf(sealed)])
  return ref
}

/** The rows of texts that the role may see: its own, and those shared with it. */
export async function findTexts(
  { db }: Pick<VaultStore, 'db'>,
  refs: readonly string[],
): Promise<(PlacedRow & { isProtected: boolean })[]> {
  const rows = (await run(db, FIND, [refs])) as (SealedRow & { ref: string; protected: boolean })[]
  return rows.map(row => ({
    name: row.ref,
    place: textPlace(row.ref, { administration: row.administration, caseId: row.case_id }),
    administration: row.administration,
    caseId: row.case_id,
    sealed: sealedOf(row),
    isProtected: row.protected,
  }))
}

/**
 * Reads and decrypts for an administration; what does not exist, or is not for it, is left out, and so is where
 * somebody of a protected address is.
 * @param whereaboutsOf the cases of which it is shown all the same
 */
export async function getTexts(
  store: VaultStore,
  format1: KeyRing,
  refs: readonly string[],
  whereaboutsOf: readonly string[],
): Promise<Map<string, JsonObject>> {
  if (refs.length === 0) return new Map()
  const rows = await findTexts(store, refs)
  const opened = await openRows({ keys: store.keys, format1 }, rows)
  for (const { name, caseId, isProtected } of rows) {
    const content = opened.get(name)
    if (content !== undefined && isProtected && !whereaboutsOf.includes(caseId))
      opened.set(name, withoutWhereabouts(content))
  }
  return opened
}

/** Puts a newly sealed content in the place of what was sealed under another key; nothing happens when that is gone. */
export async function resealText(
  { db }: Pick<VaultStore, 'db'>,
  { ref, was, sealed }: { ref: string; was: string; sealed: SealedContent },
): Promise<void> {
  await run(db, RESEAL, [ref, was, ...columnsOf(sealed)])
}

const columnsOf = ({ format, keyId, wrappedKey, iv, ciphertext, tag }: SealedContent): unknown[] => [
  format,
  keyId,
  wrappedKey,
  iv,
  ciphertext,
  tag,
]
