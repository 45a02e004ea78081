import type { ConcernInput, ConsentInput } from '@brobygger/domain/messages'
import { chooseTask, requestConsentTask, type AnswerOf } from '@brobygger/domain/tasks'
import { firstNear, near, outward, unstoppable } from '../kit/index.js'
import { bells, type Concern, type ConcernWay } from './way.js'

type Asked = Omit<AnswerOf<typeof requestConsentTask>, 'givers' | 'deliveredOn' | 'reviewOn'>

/** S5: the social worker asks the family, in words they can say no to. */
export async function askForConsent(
  course: Concern,
  { input, way }: { input: ConcernInput; way: ConcernWay },
): Promise<ConcernWay> {
  const { answer, text } = await course.desk.ask(requestConsentTask, { on: way.on })
  const { givers, deliveredOn, reviewOn, ...asked } = answer
  const consent: ConsentInput = {
    ...pick(asked),
    caseId: course.caseId,
    consent: `consent-${course.caseId}-${course.facts.consents.length + 1}`,
    practice: input.practice === null ? null : { startsAt: course.now },
    givers: givers.map(({ giver, custody }) => ({ giver, custody })),
    ...(text === undefined ? {} : { text }),
    deliveredOn: deliveredOn ?? null,
    reviewOn: reviewOn ?? null,
    people: course.people,
  }
  return { next: 'awaitConsent', consent }
}

/** What of the request goes into the consent as it stands. */
function pick({ purpose, from, to, kinds, language, interpreter, textVersion }: Asked) {
  return { purpose, from, to, kinds, language, interpreter, textVersion }
}

/** S5: the consent runs as a process of its own, and the case waits for what it says. */
export async function awaitConsent(course: Concern, { consent }: ConcernWay): Promise<ConcernWay> {
  if (consent === undefined) return { next: 'choose' }
  const { consent: id, purpose, to, kinds } = consent
  if (!course.facts.consents.some(known => known.id === id)) {
    const givers = consent.givers.map(({ giver }) => giver)
    course.facts.consents.push({ id, status: 'requested', purpose, to, kinds, givers })
  }
  await unstoppable(async () => {
    await course.journal.write()
    await course.flow.call(() =>
      firstNear(
        () => near.startConsent(consent),
        () => outward.startConsent(consent),
      ),
    )
  })
  for (;;) {
    switch (course.facts.consents.find(known => known.id === id)?.status) {
      case 'given':
      case 'partial':
        return purpose === 'referral' || purpose === 'familyHouse'
          ? { next: 'identify' }
          : { next: 'followUp', from: course.now }
      case 'refused':
      case 'expired':
      case 'withdrawn':
      case 'ended':
        return { next: 'choose' }
      default:
        await course.bell(bells.consent).wait()
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
