import { allAccessTasks } from './access-request.js'
import { allAccessReviewTasks } from './access-review.js'
import { anyProcessTasks } from './any-process.js'
import { allErasureTasks } from './erasure.js'
import { leftoverTasks } from './bulk-hand-over.js'
import * as bases from './bases.js'
import * as concern from './concern.js'
import * as consent from './consent.js'
import type { TaskDefinition } from './define.js'
import * as familyHouse from './family-house.js'
import * as notification from './notification.js'
import * as referral from './referral.js'
import { journaliseTask } from './journal.js'
import { allRegistryTasks } from './registry-events.js'
import * as visits from './visits.js'

const ofAnyProcess = Object.values(anyProcessTasks).flatMap(tasks =>
  Object.values<TaskDefinition>({ ...tasks }),
)
const ofProcesses = [concern, consent, bases, referral, notification, familyHouse, visits].flatMap(group =>
  Object.values<TaskDefinition | typeof concern.notifyForm>(group).filter(entry => 'kind' in entry),
)
const ofBulk = Object.values(leftoverTasks)
const byKind = new Map(
  [
    ...ofProcesses,
    ...ofBulk,
    journaliseTask,
    ...allAccessTasks,
    ...allErasureTasks,
    ...allAccessReviewTasks,
    ...allRegistryTasks,
    ...ofAnyProcess,
  ].map(task => [task.kind, task]),
)

/** Every kind of task the processes ask. */
export const taskKinds: readonly string[] = [...byKind.keys()]

/** The definition of a kind of task, or undefined for an unknown kind. */
export function taskOfKind(kind: string): TaskDefinition | undefined {
  return byKind.get(kind)
}
