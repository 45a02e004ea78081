import type { ProtectedPerson } from '@brobygger/database'
import type { Requester } from '@brobygger/domain/codes'

/** What whoever asks is to the child, in the words of the vault. */
const relationOf = (requester: Requester): string => (requester === 'youngPerson' ? 'child' : requester)

/**
 * The cases of which an answer to a request may tell where the family is: those in which nobody but whoever asks has a
 * protected address. What an answer must not hold is shown to nobody who prepares it either, so that it cannot slip in.
 */
export function casesOfOwnWhereabouts(args: {
  requester: Requester
  cases: readonly string[]
  persons: readonly ProtectedPerson[]
}): string[] {
  const { requester, cases, persons } = args
  const isAnothers = ({ relation }: ProtectedPerson) => relation !== relationOf(requester)
  const shut = new Set(persons.filter(isAnothers).map(({ caseId }) => caseId))
  return cases.filter(caseId => !shut.has(caseId))
}
