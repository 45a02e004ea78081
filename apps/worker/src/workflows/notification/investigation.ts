import type { NotificationInput } from '@brobygger/domain/messages'
import { clarificationTask, investigationTask, provisionalTask } from '@brobygger/domain/tasks'
import type { Answered } from '../kit/index.js'
import type { Notification, NotificationWay } from './way.js'

/** Rung when the investigation is finished. */
const investigated = 'Børnefaglig undersøgelse'

/** BL § 20: four months from awareness. Too late, and a provisional assessment is owed beside it. */
export function startInvestigation(course: Notification, input: NotificationInput): void {
  if (course.facts.investigation !== 'none') return
  course.facts.investigation = 'running'
  course.desk.owe(
    investigationTask,
    { from: input.offer.at },
    { then: answered => finished(course, answered), late: () => tooLate(course) },
  )
}

/** The four months have passed. */
export function tooLate(course: Pick<Notification, 'desk'>): void {
  course.desk.owe(provisionalTask, {}, { then: () => undefined })
}

/** The investigation is finished, with its result. */
export function finished(course: Notification, { answer }: Answered): void {
  course.facts.investigation = answer['result'] === 'measure' ? 'measure' : 'noMeasure'
  course.bell(investigated).ring()
}

/** BL § 19: delimited matters are clarified; that may show that an investigation is needed. */
export async function clarify(course: Notification, input: NotificationInput): Promise<NotificationWay> {
  const { answer } = await course.desk.ask(clarificationTask, { from: input.offer.at })
  return answer.result === 'investigation'
    ? { next: 'investigation' }
    : { next: 'ended', outcome: answer.result }
}

/** BL § 20: waits for the investigation's end. */
export async function investigate(course: Notification, input: NotificationInput): Promise<NotificationWay> {
  startInvestigation(course, input)
  while (course.facts.investigation === 'running') await course.bell(investigated).wait()
  return { next: 'ended', outcome: course.facts.investigation }
}
