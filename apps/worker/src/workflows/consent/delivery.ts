import type { ConsentInput } from '@brobygger/domain/messages'
import { deliverTranslationTask } from '@brobygger/domain/tasks'
import { patched } from '@temporalio/workflow'
import { setDeadline, outward, withPatience } from '../kit/index.js'
import type { Consent, ConsentWay } from './way.js'

/** S5: the form is handed over, or sent to the contact a parent gave. An undelivered letter starts no clock. */
export async function deliver(course: Consent, input: ConsentInput): Promise<ConsentWay> {
  const { facts, journal } = course
  const from = await reach(course, input)
  facts.deliveredAt = from
  facts.status = 'delivered'
  facts.deadline = await setDeadline({ rule: 'consent-answer', from, pauses: course.pauses.list })
  journal.emit({ type: 'consentDelivered', consent: input.consent, deadline: facts.deadline })
  return { next: 'answers' }
}

/** The moment the family had the text. In its own language somebody gives it to them, and says when. */
async function reach(course: Consent, input: ConsentInput): Promise<string> {
  if (input.deliveredOn !== null) return noonOf(input.deliveredOn)
  if (!input.interpreter || !patched('translation-is-delivered')) return send(course, input)
  const { answer } = await course.desk.ask(deliverTranslationTask)
  return noonOf(answer.deliveredOn)
}

/** A moment that lies on the local date, whatever the time of year. */
const noonOf = (date: string): string => `${date}T11:00:00.000Z`

async function send(course: Consent, input: ConsentInput): Promise<string> {
  const letters = input.givers.map(({ giver }) => ({
    effect: course.post.key(),
    kind: 'consentText' as const,
    to: giver,
    person: null,
  }))
  const { flow, journal } = course
  const call = () => outward.sendLetters({ caseId: course.caseId, at: course.now, letters })
  const sent = await flow.aside(() => withPatience({ system: 'letters', journal, call }))
  for (const { effect, letter } of sent) {
    const to = letters.find(entry => entry.effect === effect)?.to
    if (to !== undefined)
      course.journal.emit({ type: 'letterSent', effect, kind: 'consentText', to, person: null, letter })
  }
  return course.now
}
