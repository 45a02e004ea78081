import type { CasePlace } from '../access/case-access.js'
import { Problem } from '../http/problem.js'

/** The process that carries the case, whether it still runs or not: it answers for itself. */
export const toCarrier = ({ carrier }: CasePlace): readonly string[] => [carrier]

/** Every process of the case that has not ended. */
export const toEveryOpen = ({ processes }: CasePlace): readonly string[] =>
  processes.filter(process => process.open).map(process => process.id)

/** One process, whether it still runs or not. Refuses with `process-unknown` when the case has none of this id. */
export const toProcess =
  (id: string) =>
  ({ processes }: CasePlace): readonly string[] => {
    if (!processes.some(process => process.id === id)) throw new Problem('process-unknown')
    return [id]
  }
