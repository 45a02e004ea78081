import { isInForce } from '@brobygger/domain/codes'
import type { ConsentInput } from '@brobygger/domain/messages'
import { writtenConsentTask, type AnswerOf } from '@brobygger/domain/tasks'
import { patched } from '@temporalio/workflow'
import type { Answered } from '../kit/index.js'
import { tellCase } from './tell-case.js'
import type { Consent } from './way.js'

/** S5: the oral yes is now on paper. When none is left by word of mouth, the case may share more than once. */
export async function writtenDown(
  course: Consent,
  { input, answered }: { input: ConsentInput; answered: Answered },
): Promise<void> {
  const { facts, journal } = course
  const { about, answer, by, text } = answered
  const oral = facts.answers.find(entry => entry.oral && (about === null || entry.giver === about))
  if (oral === undefined) return
  oral.oral = false
  if (!patched('written-consent-is-told')) return
  const { giver, kinds } = oral
  const { form } = answer as AnswerOf<typeof writtenConsentTask>
  journal.emit(
    {
      type: 'consentGiven',
      consent: input.consent,
      giver,
      form,
      kinds,
      ...(text === undefined ? {} : { text }),
    },
    by,
  )
  const { status, covered = [] } = facts
  if (!isInForce({ status })) return
  await tellCase(course, { input, status, kinds: covered })
}

/** S5: it was never written down in time, so it lapses: the consent ends as if it had been withdrawn. */
export function lapsed(course: Pick<Consent, 'facts' | 'desk' | 'turnTo'>): void {
  course.facts.status = 'expired'
  course.desk.withdraw(task => task.definition.kind === writtenConsentTask.kind, 'answered-elsewhere')
  course.turnTo({ next: 'ended' })
}
