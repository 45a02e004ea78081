import type { CaseEvent } from '@brobygger/domain/events'
import type { Deadline } from '@brobygger/domain/policy'
import { insert, ownerOf, update, type Projection } from './change.js'

type TaskEvent =
  | 'taskOpened'
  | 'taskAssigned'
  | 'taskReminded'
  | 'taskOverdue'
  | 'taskCompleted'
  | 'taskWithdrawn'
  | 'deadlineMoved'

/** Tasks and their deadlines. */
export const taskChanges: Projection<TaskEvent> = {
  taskOpened: event => {
    const { task, kind, step, role, unit, person, owed, deadline, about } = event.body
    const { dueAt: due_at, dueOn: due_on, remindAt: remind_at = null } = deadline
    return [
      insert('tasks', {
        ...ownerOf(event),
        id: task,
        process: event.process,
        kind,
        step,
        role,
        unit,
        person,
        owed,
        about,
        status: 'open',
        opened_at: event.at,
        due_at,
        due_on,
        remind_at,
        overdue: false,
        told: [],
      }),
      deadlineStarted(event, task, deadline),
    ]
  },
  taskAssigned: ({ body }) => [update('tasks', { id: body.task }, { set: { person: body.person } })],
  taskReminded: ({ body, at }) => [update('tasks', { id: body.task }, { set: { reminded_at: at } })],
  taskOverdue: ({ body, at }) => [
    update('tasks', { id: body.task }, { set: { overdue: true }, append: { told: body.told } }),
    update('deadlines', { id: body.task }, { set: { passed_at: at } }),
  ],
  taskCompleted: ({ body, at, by }) => [
    update(
      'tasks',
      { id: body.task },
      {
        set: {
          status: 'completed',
          closed_at: at,
          closed_by: by,
          answer: body.answer,
          text_ref: body.text ?? null,
        },
      },
    ),
    update('deadlines', { id: body.task }, { set: { met_at: at } }),
  ],
  taskWithdrawn: ({ body, at, by }) => [
    update(
      'tasks',
      { id: body.task },
      { set: { status: 'withdrawn', closed_at: at, closed_by: by, withdrawn_why: body.why } },
    ),
    update('deadlines', { id: body.task }, { set: { cancelled_at: at } }),
  ],
  deadlineMoved: ({ body, at }) => {
    const { task, deadline, why } = body
    const { dueAt: due_at, dueOn: due_on, remindAt: remind_at = null } = deadline
    const inTimeAgain = due_at > at
    return [
      update(
        'tasks',
        { id: task },
        { set: { due_at, due_on, remind_at, ...(inTimeAgain && { overdue: false }) } },
      ),
      update(
        'deadlines',
        { id: task },
        {
          set: {
            ...termsOf(deadline),
            moved_at: at,
            moved_why: why,
            ...(inTimeAgain && { passed_at: null }),
          },
          add: { moved: 1 },
        },
      ),
    ]
  },
}

/** A new deadline of a task or a consent. */
export function deadlineStarted(event: CaseEvent, id: string, deadline: Deadline) {
  return insert('deadlines', {
    ...ownerOf(event),
    id,
    process: event.process,
    ...termsOf(deadline),
    moved: 0,
    passed_at: null,
    met_at: null,
    cancelled_at: null,
  })
}

function termsOf({ rule, ruleVersion, from, dueAt, dueOn, remindAt, explanation }: Deadline) {
  return {
    rule,
    rule_version: ruleVersion,
    from_at: from,
    due_at: dueAt,
    due_on: dueOn,
    remind_at: remindAt ?? null,
    explanation,
  }
}
