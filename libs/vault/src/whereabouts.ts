import { isWhereabouts } from '@brobygger/domain/forms'
import type { Json, JsonObject } from './json.js'

/** SQL: whether somebody in the case of a row has a protected address now, whichever administration knows it. */
export const isProtectedIn = (table: 'texts' | 'drafts'): string =>
  `exists (select from vault.protected_persons as shielded where shielded.case_id = ${table}.case_id)`

/** A content without the fields that would disclose where somebody is, however deep they lie. */
export function withoutWhereabouts(content: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(content).flatMap(([name, value]) =>
      isWhereabouts(name) ? [] : [[name, withoutThem(value)]],
    ),
  )
}

function withoutThem(value: Json): Json {
  if (isList(value)) return value.map(withoutThem)
  return typeof value === 'object' && value !== null ? withoutWhereabouts(value) : value
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
