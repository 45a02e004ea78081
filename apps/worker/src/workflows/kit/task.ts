import type { TaskDefinition } from '@brobygger/domain/tasks'
import type { Deadline } from '@brobygger/domain/policy'
import type { WaitingTask } from '@brobygger/domain/processes'
import type { Bell } from './bell.js'

/** A task's answer as the process sees it: codes, and a reference to the texts in the vault. */
export interface Answered<A = Record<string, unknown>> {
  readonly task: string
  readonly answer: A
  readonly text: string | undefined
  readonly by: string
  /** What the task was about within its process. */
  readonly about: string | null
}

/** A task that waits for somebody. */
export interface OpenTask {
  readonly id: string
  readonly definition: TaskDefinition
  readonly owed: boolean
  readonly since: string
  readonly bell: Bell
  agreedOn: string | undefined
  /** What the task is about within its process. */
  readonly about: string | null
  /** Who may not answer it: what one person decided, another approves. */
  readonly notBy: readonly string[]
  person: string | null
  deadline: Deadline
  reminded: boolean
  overdue: boolean
  /** The last moment at which it is asked, where somebody waits no longer. */
  until?: string
  /** The task that is withdrawn when this one is answered. */
  instead?: ((task: string) => string | null) | undefined
  /** Set by whoever acts on the task; the branch that asks it takes it from there. */
  answered?: Answered
  withdrawn?: 'step-left' | 'case-closed' | 'answered-elsewhere'
  moved?: 'pause' | 'recomputed'
}

/** What the ledger keeps of a task that waits. */
export function toWaiting(task: OpenTask): WaitingTask {
  return {
    task: task.id,
    kind: task.definition.kind,
    role: task.definition.role,
    unit: task.definition.unit,
    person: task.person,
    deadline: task.deadline,
    reminded: task.reminded,
    overdue: task.overdue,
    about: task.about,
    notBy: [...task.notBy],
  }
}
