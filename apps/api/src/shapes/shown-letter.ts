import type { LetterRow } from '@brobygger/database'
import { letterStatus } from '@brobygger/domain/letters'

/** A letter with where it is, as far as anybody knows. */
export function shownLetter(letter: LetterRow) {
  return { ...letter, status: letterStatus(letter) }
}
