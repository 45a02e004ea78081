import { createHash, randomBytes } from 'node:crypto'

/** Crockford's base32, lower case: no i, l, o, u. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'
const REF_BYTES = 16

/** Where a text belongs. */
export interface Place {
  /** Id of the administration whose text it is. */
  readonly administration: string
  readonly caseId: string
}

/** A new reference: `v_` and 128 random bits in 26 digits of base32. */
export const newReference = (): string => `v_${base32(randomBytes(REF_BYTES))}`

/**
 * The reference of a text whose id the caller chose, so that the same command stores it once.
 * Knowing a reference gives no access: the database's row rules and the key decide that.
 */
export function referenceOf({ administration, caseId }: Place, id: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([administration, caseId, id]))
    .digest()
  return `v_${base32(hash.subarray(0, REF_BYTES))}`
}

/** Five bits a digit, the last digit filled with zeroes. */
function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(five => DIGITS.charAt(parseInt(five.padEnd(5, '0'), 2))).join('')
}
