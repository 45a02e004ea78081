import { giverRole } from '@brobygger/domain/codes'
import type { ConsentInput } from '@brobygger/domain/messages'
import { deliverTranslationTask } from '@brobygger/domain/tasks'
import { patched } from '@temporalio/workflow'
import { setDeadline, outward, withPatience } from '../kit/index.js'
import { decide } from './decide.js'
import { answered, type Consent, type ConsentWay } from './way.js'

/**
 * S5: the form is handed over, or sent to the contact a parent gave. An undelivered letter starts no clock: the 14 days
 * run from the day on which the last of those who must answer has the text.
 */
export async function deliver(course: Consent, input: ConsentInput): Promise<ConsentWay> {
  const { facts, journal } = course
  const from = await reach(course, input)
  if (from === null) return decide(course, { input, status: 'expired', kinds: [] })
  facts.deliveredAt = from
  facts.status = 'delivered'
  facts.deadline = await setDeadline({ rule: 'consent-answer', from, pauses: course.pauses.list })
  journal.emit({ type: 'consentDelivered', consent: input.consent, deadline: facts.deadline })
  return { next: 'answers' }
}

/** The moment the family had the text; null when one of them cannot be reached, which is silence. */
async function reach(course: Consent, input: ConsentInput): Promise<string | null> {
  if (input.deliveredOn !== null) return noonOf(input.deliveredOn)
  // Whoever has died is not written to, and cannot consent: the right ones have to be asked.
  if (input.givers.some(({ giver }) => course.post.isStopped(giver))) return null
  if (!input.interpreter || !patched('translation-is-delivered')) {
    if (course.facts.sent !== true) await send(course, input)
    return untilAllHaveIt(course, input)
  }
  // In its own language somebody gives it to them, and says when.
  const { answer } = await course.desk.ask(deliverTranslationTask)
  return noonOf(answer.deliveredOn)
}

/** A moment that lies on the local date, whatever the time of year. */
const noonOf = (date: string): string => `${date}T11:00:00.000Z`

async function send(course: Consent, input: ConsentInput): Promise<void> {
  const letters = input.givers.map(({ giver }) => ({
    effect: course.post.key(),
    kind: 'consentText' as const,
    to: giver,
    person: null,
  }))
  const { flow, journal } = course
  const call = () => outward.sendLetters({ caseId: course.caseId, at: course.now, letters })
  const sent = await flow.aside(() => withPatience({ system: 'letters', journal, call }))
  course.facts.sent = true
  course.post.note(letters, sent)
}

/** Waits for the letters that are on their way or in somebody's hands. Whoever has answered has had the text. */
async function untilAllHaveIt(course: Consent, { givers }: ConsentInput): Promise<string | null> {
  const { facts } = course
  for (;;) {
    const { reached = {}, answers } = facts
    const open = givers.filter(({ giver }) => !answers.some(answer => answer.giver === giver))
    const moments = open.map(({ giver }) => reached[giver])
    if (answers.some(({ yes }) => !yes)) return course.now
    if (moments.includes(null)) return null
    const known = moments.filter(moment => moment !== undefined && moment !== null)
    if (known.length === open.length) return known.sort().at(-1) ?? course.now
    await untilNews(course)
  }
}

/** Until there is news; when none comes in time, somebody looks after the letters that should have arrived. */
async function untilNews(course: Consent): Promise<void> {
  const { facts, flow, arrivals } = course
  if (!arrivals.entries.some(({ kind, task }) => kind === 'consentText' && task === null)) {
    await course.bell(answered).wait()
    return
  }
  facts.chaseAt ??= (await setDeadline({ rule: 'letter-by-hand', from: course.now, pauses: [] })).dueAt
  const late = flow.clock.until(facts.chaseAt) <= 0
  if (late) arrivals.chase('consentText')
  await course.bell(answered).wait(late ? undefined : facts.chaseAt)
}

/** What became of the text that a giver was sent. */
export function heardOfText(
  course: Consent,
  { to, deliveredAt }: { to: string; deliveredAt: string | null },
): void {
  const giver = giverRole.safeParse(to)
  if (!giver.success || course.current !== 'delivery') return
  course.facts.reached = { ...course.facts.reached, [giver.data]: deliveredAt }
  course.bell(answered).ring()
}
