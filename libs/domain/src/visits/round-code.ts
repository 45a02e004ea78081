/** Crockford's base32, lower case, as in every code that is read aloud. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 10

/** Offset and prime of the 64-bit hash FNV-1a. */
const OFFSET = 0xcbf29ce484222325n
const PRIME = 0x100000001b3n

/**
 * The code of the real round of a cluster in a quarter: always the same, so that starting it twice finds the first.
 * It protects nothing; it only has to be spread over as many codes as cases have.
 */
export function roundCode({ cluster, quarter }: { cluster: string; quarter: string }): string {
  return spreadCode(`visit round ${cluster} ${quarter}`)
}

/** A code that follows from what it is for, shaped like a case's. */
export function spreadCode(what: string): string {
  let hash = OFFSET
  for (const character of what) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * PRIME)
  }
  return Array.from({ length: LENGTH }, (_, n) =>
    DIGITS.charAt(Number((hash >> BigInt(59 - 5 * n)) & 31n)),
  ).join('')
}
