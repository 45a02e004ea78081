import type { Person } from './persons.js'

/** The people of a case in a place, as far as they have a CPR number: ten digits. Last the one who was noted last. */
export function numbersOf(
  persons: readonly Person[],
  relation: string,
): { readonly id: string; readonly cprNumber: string }[] {
  return persons.flatMap(({ id, relation: theirs, facts: { cprNumber } }) =>
    theirs === relation && cprNumber !== null ? [{ id, cprNumber: cprNumber.replace('-', '') }] : [],
  )
}
