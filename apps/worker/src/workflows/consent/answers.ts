import type { InformationKind } from '@brobygger/domain/codes'
import type { ConsentInput } from '@brobygger/domain/messages'
import { setDeadline } from '../kit/index.js'
import { decide } from './decide.js'
import { answered, type Consent, type ConsentWay } from './way.js'

/**
 * S5: everybody who must consent answers one by one, within 14 days of delivery. A refusal decides at once; silence
 * decides when the time is up, and reminds only those who have not answered. A pause moves the date.
 */
export async function collectAnswers(course: Consent, input: ConsentInput): Promise<ConsentWay> {
  const { facts } = course
  let paused = course.pauses.list.length
  for (;;) {
    if (facts.answers.some(answer => !answer.yes))
      return decide(course, { input, status: 'refused', kinds: [] })
    if (facts.answers.length === input.givers.length) return accepted(course, input)
    if (course.pauses.list.length > paused) {
      paused = course.pauses.list.length
      await moveDeadline(course, { input, why: 'pause' })
    } else if (!(await course.bell(answered).wait(nextMoment(course)))) {
      if (isOver(course)) return decide(course, { input, status: 'expired', kinds: [] })
      remind(course, input)
    }
  }
}

/** What all givers cover is what may be shared. */
function accepted(course: Consent, input: ConsentInput): Promise<ConsentWay> {
  const covered = course.facts.answers.reduce<InformationKind[]>(
    (kinds, answer) => kinds.filter(kind => answer.kinds.includes(kind)),
    [...input.kinds],
  )
  const status = covered.length === input.kinds.length ? 'given' : 'partial'
  return decide(course, { input, status, kinds: covered })
}

function nextMoment({ facts, pauses }: Consent): string | undefined {
  if (pauses.running) return undefined
  return facts.reminded ? facts.deadline?.dueAt : (facts.deadline?.remindAt ?? facts.deadline?.dueAt)
}

function isOver({ facts, flow }: Consent): boolean {
  return facts.deadline !== null && flow.clock.until(facts.deadline.dueAt) <= 0
}

function remind(course: Consent, input: ConsentInput): void {
  course.facts.reminded = true
  const silent = input.givers
    .map(({ giver }) => giver)
    .filter(giver => !course.facts.answers.some(answer => answer.giver === giver))
  course.journal.emit({ type: 'consentReminded', consent: input.consent, givers: silent })
  for (const giver of silent) course.post.send({ kind: 'consentReminder', to: giver, person: null })
}

/** Sets the date of the answers anew under today's rules, on purpose. */
export async function recompute(course: Consent, input: ConsentInput): Promise<void> {
  await moveDeadline(course, { input, why: 'recomputed' })
  course.bell(answered).ring()
}

async function moveDeadline(
  course: Consent,
  { input, why }: { input: ConsentInput; why: 'pause' | 'recomputed' },
): Promise<void> {
  const { facts, pauses, flow } = course
  if (facts.deliveredAt === null) return
  const version = why === 'pause' ? facts.deadline?.ruleVersion : undefined
  const deadline = await setDeadline({
    rule: 'consent-answer',
    from: facts.deliveredAt,
    pauses: pauses.list,
    ...(version === undefined ? {} : { version }),
  })
  facts.deadline = deadline
  facts.reminded = deadline.remindAt === undefined || flow.clock.until(deadline.remindAt) <= 0
  course.journal.emit({ type: 'deadlineMoved', task: input.consent, deadline, why })
}
