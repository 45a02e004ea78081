import type { CasePlace } from '../cases/case-access.js'
import { concernOf } from '../ids.js'

/** The process that carries the case, whether it still runs or not: it answers for itself. */
export const toConcern = ({ caseId }: CasePlace): readonly string[] => [concernOf(caseId)]

/** Every process of the case that has not ended. */
export const toEveryOpen = ({ processes }: CasePlace): readonly string[] =>
  processes.filter(process => process.open).map(process => process.id)
