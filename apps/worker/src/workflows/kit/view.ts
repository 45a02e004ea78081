import { units, roles } from '@brobygger/domain/codes'
import { stageOf } from '@brobygger/domain/processes'
import {
  defineSearchAttributeKey,
  SearchAttributeType,
  type SearchAttributeUpdatePair,
} from '@temporalio/common'
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow'
import type { Course } from './course.js'

const key = defineSearchAttributeKey
const attributes = {
  process: key('BroProcess', SearchAttributeType.KEYWORD),
  stage: key('BroStage', SearchAttributeType.KEYWORD),
  unit: key('BroUnit', SearchAttributeType.KEYWORD),
  role: key('BroRole', SearchAttributeType.KEYWORD),
  due: key('BroDue', SearchAttributeType.DATETIME),
  overdue: key('BroOverdue', SearchAttributeType.BOOL),
}

/** What a supervisor sees of a process in Temporal UI: where it is, who must act, by when and why. */
export class View {
  private shown = ''

  /** Shows the course as it stands; writes search attributes once a step, and when it gets late. */
  show(course: Course): void {
    const { process } = course
    const stage = stageOf({ process, step: course.current })
    const step = process.steps.find(entry => entry.id === course.current)
    const [first] = course.desk.waiting
    // A process may run in another unit than its list names first.
    const own = step?.unit === process.steps[0]?.unit ? course.unit : step?.unit
    const unit = first?.definition.unit ?? own ?? null
    const role = first?.definition.role ?? step?.who ?? null
    const due = first?.deadline.dueAt ?? null
    const overdue = course.desk.waiting.some(task => task.overdue)
    setCurrentDetails(details(course, stage))
    const now = JSON.stringify([stage, course.times(course.current), overdue])
    if (now === this.shown) return
    this.shown = now
    const pairs: SearchAttributeUpdatePair[] = [
      { key: attributes.process, value: process.kind },
      { key: attributes.stage, value: stage },
      { key: attributes.unit, value: unit },
      { key: attributes.role, value: role },
      { key: attributes.due, value: due === null ? null : new Date(due) },
      { key: attributes.overdue, value: overdue },
    ]
    upsertSearchAttributes(pairs)
  }
}

/** Markdown, in Danish: stage, then one line a task with holder, date and reason. */
function details(course: Course, stage: string): string {
  const tasks = course.desk.waiting.map(({ definition, about, person, deadline, overdue }) => {
    const who = person ?? `${units.labels[definition.unit].da} (kø)`
    const late = overdue ? ' **Overskredet.**' : ''
    const what = about === null ? definition.title.da : `${definition.title.da} (${about})`
    return `- **${what}**: ${roles.labels[definition.role].da} (${who}), senest ${deadline.dueOn}.${late}\n  ${deadline.explanation.da}`
  })
  const paused = course.pauses.running ? ['', '_Sagen er sat på pause._'] : []
  const waiting = tasks.length === 0 ? ['Ingen opgaver venter.'] : ['**Venter på:**', '', ...tasks]
  const own = course.shows === undefined ? [] : [course.shows(), '']
  return [`### ${stage}`, '', ...own, ...waiting, ...paused].join('\n')
}
