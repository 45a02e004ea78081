import type { Concern } from './way.js'

/** Whether the child is identified: by consent or by duty. */
export function isIdentified(course: Pick<Concern, 'facts' | 'times'>): boolean {
  return course.facts.identified === true || course.times('referral') > 0 || course.times('notified') > 0
}
