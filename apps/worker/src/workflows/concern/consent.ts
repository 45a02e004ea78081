import type { ConcernInput, ConsentInput } from '@brobygger/domain/messages'
import { chooseTask, requestConsentTask } from '@brobygger/domain/tasks'
import { outward, unstoppable } from '../kit/index.js'
import type { Concern, ConcernWay } from './way.js'

/** S5: the social worker asks, the consent runs as a process of its own, and the case waits for what it says. */
export async function askForConsent(
  course: Concern,
  { input, way }: { input: ConcernInput; way: ConcernWay },
): Promise<ConcernWay> {
  const { answer, text } = await course.desk.ask(requestConsentTask, { on: way.on })
  const id = `consent-${course.caseId}-${course.facts.consents.length + 1}`
  const { purpose, from, to, kinds } = answer
  const givers = answer.givers.map(({ giver }) => giver)
  const consent = { id, status: 'requested' as const, purpose, to, kinds, givers }
  course.facts.consents.push(consent)
  const request: ConsentInput = {
    caseId: course.caseId,
    consent: id,
    practice: input.practice === null ? null : { startsAt: course.now },
    purpose,
    from,
    to,
    kinds,
    givers: answer.givers.map(({ giver, custody }) => ({ giver, custody })),
    language: answer.language,
    interpreter: answer.interpreter,
    textVersion: answer.textVersion,
    ...(text === undefined ? {} : { text }),
    deliveredOn: answer.deliveredOn ?? null,
    reviewOn: answer.reviewOn ?? null,
    people: course.people,
  }
  await unstoppable(async () => {
    await course.journal.write()
    await course.flow.call(() => outward.startConsent(request))
  })
  return awaitAnswer(course, id)
}

async function awaitAnswer(course: Concern, id: string): Promise<ConcernWay> {
  for (;;) {
    const consent = course.facts.consents.find(entry => entry.id === id)
    switch (consent?.status) {
      case 'given':
      case 'partial':
        return consent.purpose === 'referral' || consent.purpose === 'familyHouse'
          ? { next: 'identify' }
          : { next: 'followUp', from: course.now }
      case 'refused':
      case 'expired':
      case 'withdrawn':
      case 'ended':
        return { next: 'choose' }
      default:
        await course.bells.consent.wait()
    }
  }
}

/** S5: refused, silent or withdrawn. The willing parent can be counselled, the others asked again; the duty is weighed. */
export async function chooseAnotherWay(course: Concern, way: ConcernWay): Promise<ConcernWay> {
  const { answer } = await course.desk.ask(chooseTask, { on: way.on })
  if (answer.dutyCheck.answer === 'yes') return { next: 'notify' }
  const on = answer.nextOn
  switch (answer.way) {
    case 'askAgain':
      return { next: 'consent', on }
    case 'counselWilling':
    case 'continueAnonymously':
      return { next: 'counselling', on }
    case 'call':
    case 'mediate':
    case 'ssdMeeting':
      return { next: 'choose', on }
    case 'otherOffer':
      return { next: 'followUp', from: course.now }
    case 'duty':
      return { next: 'notify' }
    case 'close':
      return {
        next: 'close',
        closing: answer.closing ?? { code: 'declinedByFamily', caseAvoided: 'unknown' },
      }
  }
}
