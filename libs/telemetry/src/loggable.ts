import { errorFacts } from './error-facts.js'

/** Deeper than this a log line is of no use to anyone. */
const MAX_DEPTH = 6

/** An object's values as a log line can hold them: errors as facts, bytes not at all. */
export function loggable(fields: Record<string, unknown>): Record<string, unknown> {
  return plain(fields, 0)
}

function plain(fields: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, plainValue(value, depth + 1)]))
}

function plainValue(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Error) return errorFacts(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if (depth >= MAX_DEPTH) return '[deeper]'
  if (Array.isArray(value)) return value.map(item => plainValue(item, depth + 1))
  return plain(value, depth)
}
