/** A page of a list. `next` is the cursor of the following page, null on the last one. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

/** Which page is asked for: the first one without a cursor. */
export interface PageRequest {
  readonly cursor?: string | undefined
  /** Most items on the page. */
  readonly limit: number
}

/** A cursor that was not given out by the list it is used for. */
export class CursorError extends Error {
  override readonly name = 'CursorError'
  readonly code = 'cursor-invalid'
  constructor() {
    super('Not a cursor of this list')
  }
}

/** Makes the page from one item more than fits, which tells that there is a next page. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  placeOf: (row: T) => readonly string[],
): Page<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last !== undefined ? encode(placeOf(last)) : null
  return { items, next }
}

const encode = (place: readonly string[]): string => Buffer.from(JSON.stringify(place)).toString('base64url')

/**
 * The place after which a page starts: an instant and an id.
 * @throws CursorError
 */
export function instantAndId(cursor: string): readonly [instant: string, id: string] {
  const [instant, id] = decode(cursor, 2)
  if (instant === undefined || id === undefined || Number.isNaN(Date.parse(instant))) throw new CursorError()
  return [new Date(instant).toISOString(), id]
}

/**
 * The process after which a page starts.
 * @throws CursorError
 */
export function processOfCursor(cursor: string): string {
  const [process] = decode(cursor, 1)
  if (process === undefined) throw new CursorError()
  return process
}

/**
 * The number after which a page starts.
 * @throws CursorError
 */
export function position(cursor: string): number {
  const [place] = decode(cursor, 1)
  if (place === undefined || !/^\d{1,15}$/.test(place)) throw new CursorError()
  return Number(place)
}

function decode(cursor: string, length: number): readonly string[] {
  const place = parse(Buffer.from(cursor, 'base64url').toString())
  const fits =
    Array.isArray(place) && place.length === length && place.every(part => typeof part === 'string')
  // A zero byte cannot be sent to PostgreSQL.
  if (!fits || place.some(part => part.includes('\0'))) throw new CursorError()
  return place
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CursorError()
  }
}
