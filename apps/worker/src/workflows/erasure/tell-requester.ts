import type { LetterKind } from '@brobygger/domain/letters'
import type { ErasureInput } from '@brobygger/domain/messages'
import { erasureTasks, holderOf } from '@brobygger/domain/tasks'
import type { Erasing } from './way.js'

/** Whoever asked is told what came of it; where nobody asked, nobody is. */
export function tellRequester({ people, post }: Erasing, input: ErasureInput, kind: LetterKind): void {
  const { requester, unit } = input
  if (requester === null) return
  const { role } = erasureTasks(unit).check
  if (requester === 'other') post.send({ kind, to: role, person: holderOf({ role, people }) })
  else post.send({ kind, to: requester, person: null })
}
