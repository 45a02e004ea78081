import { followUpTask } from '@brobygger/domain/tasks'
import { setDeadline } from '../kit/index.js'
import { bells, type Concern, type ConcernWay } from './way.js'

/** Reports after which the follow-up is due three months later. */
const helpBegan = new Set(['measureStarted', 'noMeasure', 'notificationHandled'])

/**
 * S8: the receiver helps, and reports. The follow-up is counted from the day help started; if nothing is heard it
 * comes all the same, because silence is when children are dropped.
 */
export async function awaitHelp(course: Concern): Promise<ConcernWay> {
  const since = course.now
  const latest = await setDeadline({ rule: 'first-follow-up-local', from: since, pauses: [] })
  for (;;) {
    const report = course.facts.reports.find(({ report }) => helpBegan.has(report))
    if (report !== undefined) {
      return { next: 'followUp', from: noonOf(report.on), statutory: report.measure === 'supportive' }
    }
    if (!(await course.bell(bells.help).wait(latest.dueAt))) return { next: 'followUp', on: latest.dueOn }
  }
}

/** S9: is the child better off? Asked again until the concern is gone or another way is found. */
export async function followUp(course: Concern, way: ConcernWay): Promise<ConcernWay> {
  const task = way.statutory ? { ...followUpTask, rule: 'first-follow-up' as const } : followUpTask
  const { answer } = await course.desk.ask(task, {
    on: way.on,
    ...(way.from === undefined ? {} : { from: way.from }),
  })
  const closing = answer.closing ?? { code: 'noConcern', caseAvoided: 'unknown' }
  switch (answer.next) {
    case 'followUpAgain':
      return { next: 'followUp', on: answer.nextOn, from: course.now }
    case 'counselling':
      return { next: 'counselling', on: answer.nextOn }
    case 'newReferral':
      return { next: 'consent', on: answer.nextOn }
    case 'duty':
      return { next: 'notify' }
    case 'close':
    case undefined:
      return { next: 'close', closing }
  }
}

/** A moment that lies on the local date, whatever the time of year. */
function noonOf(date: string): string {
  return `${date}T11:00:00.000Z`
}
