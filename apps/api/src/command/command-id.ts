import { createHash, randomBytes } from 'node:crypto'

/** Crockford's base32, lower case: no i, l, o, u, so that an id can be read aloud. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'

/** Digits of a case id: 50 bits, so that two of a million cases meet by chance once in two thousand such cities. */
const CASE_DIGITS = 10
/** Digits of any other id: 130 bits. */
const DIGITS_OF_ID = 26

/** Who sends a command, and the key they chose for it. */
export interface CommandSource {
  readonly person: string
  readonly key: string | undefined
}

/**
 * The id of a command: the same for the same person and key, however often it is sent and to whichever replica;
 * random without a key. Everything the command makes takes its own id from it, so nothing can be made twice.
 */
export function commandId({ person, key }: CommandSource): string {
  return key === undefined
    ? digits(randomBytes(32), DIGITS_OF_ID)
    : derived(['command', person, key], DIGITS_OF_ID)
}

/** Id of the case that a command raises. */
export const caseIdOf = (command: string): string => derived(['case', command], CASE_DIGITS)

/** Id of an entry that a command adds to a case: `n_…` a note, `d_…` a document. */
export const entryIdOf = (prefix: 'n' | 'd', command: string): string =>
  `${prefix}_${derived(['entry', prefix, command], DIGITS_OF_ID)}`

function derived(parts: readonly string[], length: number): string {
  return digits(createHash('sha256').update(JSON.stringify(parts)).digest(), length)
}

/** Five bits a digit, from the first byte on. */
function digits(bytes: Uint8Array, length: number): string {
  const bits = Array.from(bytes, byte => byte.toString(2).padStart(8, '0')).join('')
  const five = bits.match(/.{5}/g) ?? []
  return five
    .slice(0, length)
    .map(group => DIGITS.charAt(parseInt(group, 2)))
    .join('')
}
