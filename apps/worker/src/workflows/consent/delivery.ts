import type { ConsentInput } from '@brobygger/domain/messages'
import { setDeadline, outward, withPatience } from '../kit/index.js'
import type { Consent, ConsentWay } from './way.js'

/** S5: the form is handed over, or sent to the contact a parent gave. An undelivered letter starts no clock. */
export async function deliver(course: Consent, input: ConsentInput): Promise<ConsentWay> {
  const { facts, journal } = course
  const from = input.deliveredOn === null ? await send(course, input) : `${input.deliveredOn}T11:00:00.000Z`
  facts.deliveredAt = from
  facts.status = 'delivered'
  facts.deadline = await setDeadline({ rule: 'consent-answer', from, pauses: course.pauses.list })
  journal.emit({ type: 'consentDelivered', consent: input.consent, deadline: facts.deadline })
  return { next: 'answers' }
}

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
