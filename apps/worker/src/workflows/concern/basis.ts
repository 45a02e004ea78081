import type { Unit } from '@brobygger/domain/codes'
import type { Concern, ConcernFacts } from './way.js'

/** The consent in force that covers sharing with a unit; undefined when nothing does. */
export function basisFor(
  course: Pick<Concern, 'facts'>,
  to: Unit,
): ConcernFacts['consents'][number] | undefined {
  return course.facts.consents.find(
    ({ status, to: covered }) => covered === to && (status === 'given' || status === 'partial'),
  )
}
