/** What stands in the place of a number that looks like a CPR number. */
export const MASK = '******-****'

// Ten digits, six and four, however people separate them. Longer numbers are masked in part: better one id too many.
const CPR_LIKE = /\d{6}\s?[-–]?\s?\d{4}/g

// As a number a CPR number has lost its leading zero.
const CPR_LIKE_NUMBER = { from: 100_000_000, to: 9_999_999_999 }

/**
 * Keys whose values may carry text or secrets, in lower case. `name` is among them, so the logger calls itself
 * `app`.
 */
const SILENT: ReadonlySet<string> = new Set([
  'address',
  'answer',
  'answers',
  'args',
  'authorization',
  'body',
  'comment',
  'content',
  'cookie',
  'cpr',
  'cprnumber',
  'description',
  'details',
  'draft',
  'email',
  'fullname',
  'headers',
  'input',
  'memo',
  'message',
  'name',
  'note',
  'notes',
  'password',
  'payload',
  'payloads',
  'personnummer',
  'phone',
  'secret',
  'set-cookie',
  'subject',
  'text',
  'token',
  'value',
])

/** Masks what looks like a CPR number in a text. */
export const maskText = (text: string): string => text.replace(CPR_LIKE, MASK)

/** A JSON value without what a log must not hold: silent keys emptied, numbers like CPR numbers masked, keys too. */
export function masked(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value)
  if (typeof value === 'number') return isCprLike(value) ? MASK : value
  if (Array.isArray(value)) return value.map(masked)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      maskText(key),
      SILENT.has(key.toLowerCase()) ? '[redacted]' : masked(inner),
    ]),
  )
}

const isCprLike = (value: number): boolean =>
  Number.isInteger(value) && value >= CPR_LIKE_NUMBER.from && value <= CPR_LIKE_NUMBER.to
