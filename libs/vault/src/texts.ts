import type { KeyRing } from '@brobygger/codec'
import type { JsonObject } from './json.js'
import { run, type Queryable } from './queryable.js'
import { newReference, referenceOf, type Place } from './reference.js'
import { openContent, sealContent } from './sealed-content.js'

/** A text to keep. */
export interface TextInput extends Place {
  /** Chosen by the caller, unique within the case: a repeat stores nothing new and gives the same reference. */
  readonly id?: string
  readonly practice: boolean
  /** What kind of text it is, a code such as `enquiry` or `note`. */
  readonly purpose: string
  readonly content: JsonObject
}

interface TextRow {
  ref: string
  administration: string
  case_id: string
  format: number
  key_id: string
  iv: Buffer
  ciphertext: Buffer
  tag: Buffer
}

// One statement for any number of texts. The first of two texts with one reference stays.
const PUT = `
  insert into vault.texts
    (ref, administration, case_id, practice, purpose, format, key_id, iv, ciphertext, tag)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::boolean[], $5::text[], $6::smallint[], $7::text[],
    $8::bytea[], $9::bytea[], $10::bytea[])
  on conflict (ref) do nothing`

const GET = `
  select ref, administration, case_id, format, key_id, iv, ciphertext, tag
  from vault.texts where ref = any($1::text[]) and ($2::text is null or administration = $2)`

const placeOf = (ref: string, { administration, caseId }: Place) =>
  ['brobygger-text', ref, administration, caseId] as const

/** Encrypts and stores texts; gives their references in the same order. */
export async function putTexts(db: Queryable, ring: KeyRing, texts: readonly TextInput[]): Promise<string[]> {
  if (texts.length === 0) return []
  const rows = texts.map(text => {
    const ref = text.id === undefined ? newReference() : referenceOf(text, text.id)
    return { ...text, ...sealContent(ring, text.content, placeOf(ref, text)), ref }
  })
  await run(db, PUT, [
    rows.map(row => row.ref),
    rows.map(row => row.administration),
    rows.map(row => row.caseId),
    rows.map(row => row.practice),
    rows.map(row => row.purpose),
    rows.map(row => row.format),
    rows.map(row => row.keyId),
    rows.map(row => row.iv),
    rows.map(row => row.ciphertext),
    rows.map(row => row.tag),
  ])
  return rows.map(row => row.ref)
}

/** Reads and decrypts; what does not exist, or is not of the administration asked for, is left out. */
export async function getTexts(
  db: Queryable,
  ring: KeyRing,
  refs: readonly string[],
  administration?: string,
): Promise<Map<string, JsonObject>> {
  if (refs.length === 0) return new Map()
  const rows = (await run(db, GET, [refs, administration ?? null])) as TextRow[]
  return new Map(
    rows.map(row => {
      const place = placeOf(row.ref, { administration: row.administration, caseId: row.case_id })
      return [row.ref, openContent(ring, { ...row, keyId: row.key_id }, place)]
    }),
  )
}
