import { createHash } from 'node:crypto'

/**
 * An id that follows from the key alone, so that a repeated call gets the same answer without remembering
 * any.
 */
export function practiceId(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 12)
}
