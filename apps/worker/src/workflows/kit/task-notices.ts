import type { People } from '@brobygger/domain/organisation'
import type { Journal } from './journal.js'
import type { Post } from './post.js'
import type { OpenTask } from './task.js'

/** Who is told of a task's date, and how: whoever has the task, and their leaders. */
export class TaskNotices {
  constructor(
    private readonly args: {
      readonly journal: Journal
      readonly post: Post
      readonly people: () => People
      readonly excluded: () => ReadonlySet<string>
    },
  ) {}

  /** The date comes near. During an outage it is at risk at once. */
  reminded(task: OpenTask): void {
    const { journal, post } = this.args
    journal.emit({ type: 'taskReminded', task: task.id })
    if (journal.waits.size > 0) this.atRisk(task)
    if (task.person !== null)
      post.send({ kind: 'taskReminder', to: task.definition.role, person: task.person })
  }

  /** The date has passed. */
  overdue(task: OpenTask): void {
    const leaders = this.leadersOf(task)
    this.args.journal.emit({
      type: 'taskOverdue',
      task: task.id,
      told: leaders.map(({ person }) => person),
    })
    for (const leader of leaders) this.args.post.send({ kind: 'taskOverdue', ...leader })
  }

  /** The date has come near, and a system outside does not answer. */
  atRisk(task: OpenTask): void {
    const { journal, post } = this.args
    const { role } = task.definition
    const holder = task.person === null ? [] : [{ to: role, person: task.person }]
    const told = [...holder, ...this.leadersOf(task)]
    journal.emit({
      type: 'taskAtRisk',
      task: task.id,
      systems: [...journal.waits].sort(),
      told: told.map(({ person }) => person),
    })
    for (const one of told) post.send({ kind: 'deadlineAtRisk', ...one })
  }

  private leadersOf({ definition }: OpenTask) {
    const { people, excluded } = this.args
    return definition.escalatesTo.flatMap(part => {
      const person = people()[part]
      return person === null || excluded().has(person) ? [] : [{ to: roleOfLeader(part), person }]
    })
  }
}

/** The next manager up is written to as a leader. */
const roleOfLeader = (part: keyof People): Exclude<keyof People, 'nextManager'> =>
  part === 'nextManager' ? 'teamLeader' : part
