import type { Deadline } from '@brobygger/domain/policy'
import type { WaitingTask } from '@brobygger/domain/processes'
import type { TaskDefinition } from '@brobygger/domain/tasks'
import { patched } from '@temporalio/workflow'
import { setDeadline } from './activities.js'
import type { CaseClock } from './clock.js'
import { isPausable, type Pauses } from './pauses.js'
import type { OpenTask } from './task.js'

/** When a task is due: on the date agreed, else by its rule; under the given version of it where one is given. */
export function dueOf(args: {
  definition: TaskDefinition
  from: string
  on: string | undefined
  pauses: Pauses['list']
  version?: number | undefined
}): Promise<Deadline> {
  const { definition, from, on, pauses, version } = args
  return setDeadline({
    rule: on === undefined ? definition.rule : 'agreed-date',
    from,
    pauses,
    ...(on === undefined ? {} : { on }),
    ...(version === undefined ? {} : { version }),
  })
}

/** An agreed date that has passed in a pause cannot be met: a new one is agreed on within the next step's time. */
export async function dueAnew(
  task: OpenTask,
  why: NonNullable<OpenTask['moved']>,
  { clock, pauses }: { clock: CaseClock; pauses: Pauses['list'] },
): Promise<Deadline> {
  const { definition, since, agreedOn: on, deadline } = task
  if (why === 'pause' && on !== undefined && clock.until(deadline.dueAt) <= 0) {
    const anew = await setDeadline({ rule: 'next-step', from: clock.now(), pauses: [] })
    task.agreedOn = anew.dueOn
    return anew
  }
  const version = why === 'pause' ? deadline.ruleVersion : undefined
  return await dueOf({ definition, from: since, on, pauses, version })
}

/** Local deadlines stand still while the process is paused, and so do agreed dates; statutory clocks run on. */
export function isHeldByPause(task: OpenTask): boolean {
  return isPausable(task.deadline) || (task.agreedOn !== undefined && patched('pause-holds-agreed-dates'))
}

/** The date that was agreed for a task that waits; undefined where its rule sets it. */
export function agreedOn({ deadline }: WaitingTask): string | undefined {
  return deadline.rule === 'agreed-date' ? deadline.dueOn : undefined
}
