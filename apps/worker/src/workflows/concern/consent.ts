import type { ConsentStatus } from '@brobygger/domain/codes'
import { codesOnly } from '@brobygger/domain/forms'
import { askConsent, type AskConsent, type ConcernInput, type ConsentInput } from '@brobygger/domain/messages'
import { chooseTask, requestConsentTask, type AnswerOf } from '@brobygger/domain/tasks'
import {
  askOnce,
  command,
  firstNear,
  near,
  outward,
  refuse,
  unstoppable,
  type Answered,
} from '../kit/index.js'
import { bells, type Concern, type ConcernWay } from './way.js'

type Asked = AnswerOf<typeof requestConsentTask>

/** S5: the social worker asks the family, in words they can say no to. */
export async function askForConsent(
  course: Concern,
  { input, way }: { input: ConcernInput; way: ConcernWay },
): Promise<ConcernWay> {
  const { answer, text, task } = await course.desk.ask(requestConsentTask, { on: way.on })
  const consent = consentOf(course, {
    asked: answer,
    text,
    envelope: task,
    practice: input.practice !== null,
  })
  return { next: 'awaitConsent', consent }
}

/** The consent as its process carries it; the case knows of it from now on. */
function consentOf(
  course: Concern,
  {
    asked,
    text,
    envelope,
    practice,
  }: { asked: Asked; text: string | undefined; envelope: string | undefined; practice: boolean },
): ConsentInput {
  const { purpose, from, to, kinds, language, interpreter, textVersion } = asked
  const givers = asked.givers.map(({ giver, custody }) => ({ giver, custody }))
  const id = `consent-${course.caseId}-${course.facts.consents.length + 1}`
  const known = { id, status: 'requested', purpose, from, to, kinds } as const
  course.facts.consents.push({ ...known, givers: givers.map(({ giver }) => giver), declared: givers })
  return {
    caseId: course.caseId,
    consent: id,
    practice: practice ? { startsAt: course.now } : null,
    ...{ purpose, from, to, kinds, language, interpreter, textVersion, givers },
    ...(text === undefined ? {} : { text }),
    ...(envelope === undefined ? {} : { envelope }),
    deliveredOn: asked.deliveredOn ?? null,
    reviewOn: asked.reviewOn ?? null,
    ...(course.facts.noLettersTo === undefined ? {} : { noLettersTo: course.facts.noLettersTo }),
    people: course.people,
  }
}

/** S5: another consent beside the steps, such as for the feedback to the institution: each direction on its own. */
export function listenForRequests(course: Concern, practice: boolean): void {
  const form = codesOnly(requestConsentTask.form)
  command<AskConsent>({
    course,
    name: 'askConsent',
    schema: askConsent,
    check: ({ request }) => {
      const parsed = form.safeParse(request)
      if (!parsed.success) refuse('answer-invalid')
      const { from, to } = parsed.data as Asked
      if (course.facts.consents.some(known => isAsked(known) && known.from === from && known.to === to))
        refuse('consent-under-way')
    },
    run: message => {
      const { request, text } = message
      const consent = consentOf(course, {
        asked: request as Asked,
        text,
        envelope: message.envelope,
        practice,
      })
      return course.flow.branch(() => startConsent(course, consent))
    },
  })
}

const isAsked = ({ status }: { status: ConsentStatus }): boolean =>
  status === 'requested' || status === 'delivered'

/** S5: the social worker is asked for another consent beside the steps; it does not turn the case. */
export function askBeside(course: Concern, practice: boolean): void {
  askOnce(course, requestConsentTask, answered => askedBeside(course, answered, practice))
}

/** The same, answered: the consent starts, and the case goes on as it was. */
export function askedBeside(course: Concern, answered: Answered, practice: boolean): Promise<void> {
  // The desk has held the answer against the form.
  const asked = answered.answer as Asked
  const { text, task: envelope } = answered
  return startConsent(course, consentOf(course, { asked, text, envelope, practice }))
}

/** Starts the process of a consent, once, after the case has written down that it was asked for. */
function startConsent(course: Concern, consent: ConsentInput): Promise<void> {
  return unstoppable(async () => {
    await course.journal.write()
    await course.flow.call(() =>
      firstNear(
        () => near.startConsent(consent),
        () => outward.startConsent(consent),
      ),
    )
  })
}

/** S5: the consent runs as a process of its own, and the case waits for what it says. */
export async function awaitConsent(course: Concern, { consent }: ConcernWay): Promise<ConcernWay> {
  if (consent === undefined) return { next: 'choose' }
  const { consent: id, purpose, to, kinds } = consent
  if (!course.facts.consents.some(known => known.id === id)) {
    const givers = consent.givers.map(({ giver }) => giver)
    const declared = consent.givers
    course.facts.consents.push({ id, status: 'requested', purpose, to, kinds, givers, declared })
  }
  await startConsent(course, consent)
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
