import { createHash } from 'node:crypto'

/**
 * The UUID under which a system outside knows an effect: it follows from the effect's key alone, so that whoever repeats it
 * says the same again. Shaped like version 4, for MeMo takes no other.
 */
export function uuidOfKey(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex')
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
