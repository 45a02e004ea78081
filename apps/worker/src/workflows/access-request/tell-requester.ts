import type { LetterKind } from '@brobygger/domain/letters'
import type { AccessRequestInput } from '@brobygger/domain/messages'
import { accessTasks } from '@brobygger/domain/tasks'
import { holderOf } from '@brobygger/domain/tasks'
import type { Access } from './way.js'

/** A letter at the contact that is kept for them; to somebody without one it is handed over by whoever answers. */
export function tellRequester(course: Access, input: AccessRequestInput, kind: LetterKind): void {
  const { people, post } = course
  const { requester, unit } = input
  if (requester !== 'other') {
    post.send({ kind, to: requester, person: null })
    return
  }
  const { role } = accessTasks(unit).verify
  const leader = accessTasks(unit).release.role
  post.send({ kind, to: role, person: holderOf({ role, people }) ?? holderOf({ role: leader, people }) })
}
