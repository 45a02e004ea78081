import { z } from 'zod'
import { danishMessages } from './danish-messages.js'
import type { FieldError } from './problem.js'

z.config({ localeError: danishMessages })

/** A zod issue, or another library's. */
interface Issue {
  readonly message: string
  readonly code?: unknown
  readonly params?: unknown
  readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> | undefined
}

/** What was wrong with each field, from the issues of a schema. */
export function fieldErrors(issues: readonly Issue[], prefix = ''): FieldError[] {
  return issues.slice(0, 50).map(issue => ({
    field: [...(prefix === '' ? [] : [prefix]), ...(issue.path ?? []).map(segmentText)].join('.'),
    code: codeOf(issue),
    message: issue.message,
  }))
}

function segmentText(segment: PropertyKey | { readonly key: PropertyKey }): string {
  return String(typeof segment === 'object' ? segment.key : segment)
}

/** Our own code where a form gives one, such as `cpr-in-text`; otherwise zod's. */
function codeOf({ code, params }: Issue): string {
  if (typeof params === 'object' && params !== null && 'code' in params) return String(params.code)
  return typeof code === 'string' ? code.replaceAll('_', '-') : 'invalid'
}
