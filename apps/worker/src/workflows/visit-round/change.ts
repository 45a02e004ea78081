import { setDeadline, visitMoments } from '../kit/index.js'
import { changed, isOpen, type Round, type Visit } from './way.js'

/** Who changes a visit, and where what they wrote lies. */
interface Why {
  readonly text?: string | undefined
  readonly by: string | null
}

/** A visit gets another date, and is prepared anew before it; its institution hears of it. */
export async function move(
  course: Round,
  visit: Visit,
  { on, person, text, by }: Why & { on: string; person: string | null },
): Promise<void> {
  const moments = await visitMoments({ on, at: course.now })
  Object.assign(visit, moments, { status: 'planned', colleague: person })
  course.journal.emit(
    { type: 'visitMoved', visit: visit.id, on: moments.on, person, ...(text === undefined ? {} : { text }) },
    by,
  )
  tellLeader(course, visit, 'visitMoved')
}

/** A visit will not be made. */
export function cancel(course: Round, visit: Visit, { text, by }: Why): void {
  visit.status = 'cancelled'
  course.journal.emit(
    { type: 'visitCancelled', visit: visit.id, ...(text === undefined ? {} : { text }) },
    by,
  )
  tellLeader(course, visit, 'visitCancelled')
}

/** The round is closed: what was planned will not be made. */
export function cancelOpen(course: Round, by: string): void {
  for (const visit of course.facts.visits.filter(isOpen)) cancel(course, visit, { by })
}

/** A date that passed in a pause cannot be met: those visits get a new one within the next step's time. */
export async function moveAfterPause(course: Round): Promise<void> {
  const passed = course.facts.visits.filter(
    ({ status, endsAt }) => (status === 'planned' || status === 'prepared') && endsAt <= course.now,
  )
  for (const visit of passed) {
    course.desk.withdraw(({ id }) => id === visit.task, 'answered-elsewhere')
    visit.task = null
  }
  if (passed.length > 0) {
    const { dueOn: on } = await setDeadline({ rule: 'next-step', from: course.now, pauses: [] })
    for (const visit of passed) await move(course, visit, { on, person: visit.colleague, by: null })
  }
  course.bell(changed).ring()
}

/** Institutions that have heard of a visit hear of its change. */
function tellLeader(course: Round, { leader }: Visit, kind: 'visitMoved' | 'visitCancelled'): void {
  if (leader !== null) course.post.send({ kind, to: 'institutionLeader', person: leader })
}
