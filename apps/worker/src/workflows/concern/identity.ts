import type { KnownElsewhere } from '@brobygger/domain/tasks'
import { askToMerge } from './merge.js'
import type { Concern } from './way.js'

/** Whether the child is identified: by consent or by duty. */
export function isIdentified(course: Pick<Concern, 'facts' | 'times'>): boolean {
  return course.facts.identified === true || course.times('referral') > 0 || course.times('notified') > 0
}

/** S6: who else is known is told as a flag and whom to ask; the referral carries the link to a sibling's case. */
export function meetTheKnown(course: Concern, known: readonly KnownElsewhere[]): void {
  for (const { relation, contact, unit } of known)
    course.journal.emit({ type: 'relationFound', relation, contact, unit })
  const of = (wanted: string) => known.flatMap(entry => (entry.relation === wanted ? [entry.case] : []))
  course.facts.siblings = [...new Set([...(course.facts.siblings ?? []), ...of('sibling')])]
  const [lead] = of('sameChild')
  if (lead !== undefined) askToMerge(course, lead)
}
