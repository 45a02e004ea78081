import { writtenConsentTask } from '@brobygger/domain/tasks'
import type { Consent } from './way.js'

/** S5: the oral yes is now on paper. */
export function writtenDown(course: Pick<Consent, 'facts'>): void {
  const oral = course.facts.answers.find(answer => answer.oral)
  if (oral !== undefined) oral.oral = false
}

/** S5: it was never written down in time, so it lapses: the consent ends as if it had been withdrawn. */
export function lapsed(course: Pick<Consent, 'facts' | 'desk' | 'turnTo'>): void {
  course.facts.status = 'expired'
  course.desk.withdraw(task => task.definition.kind === writtenConsentTask.kind, 'answered-elsewhere')
  course.turnTo({ next: 'ended' })
}
