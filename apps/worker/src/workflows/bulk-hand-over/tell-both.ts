import type { Role, Unit } from '@brobygger/domain/codes'
import type { BulkHandOverInput } from '@brobygger/domain/messages'
import { anyProcessTasks } from '@brobygger/domain/tasks'
import type { Bulk } from './way.js'

/** One notice to each of the two, with the number: the processes themselves keep silent. */
export function tellBoth(course: Bulk, move: { input: BulkHandOverInput; to: string; number: number }): void {
  const { input, to, number } = move
  if (number === 0) return
  const role = workerOf(course.unit)
  course.post.send({ kind: 'bulkLost', to: role, person: input.from, number })
  course.post.send({ kind: 'bulkGained', to: role, person: to, number })
}

/** The same of all that the deputy has been given so far, once. */
export function tellOfDeputy(course: Bulk, input: BulkHandOverInput): void {
  const { facts } = course
  tellBoth(course, { input, to: input.to, number: facts.handedOver })
  facts.handedOver = 0
}

/** The role in which a unit's people do its work: the one that its duty task is addressed to. */
function workerOf(unit: Unit): Role {
  return anyProcessTasks[unit].duty.role
}
