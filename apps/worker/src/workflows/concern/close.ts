import type { ConcernOutcome } from '@brobygger/domain/messages'
import { closeTask } from '@brobygger/domain/tasks'
import { outward } from '../kit/index.js'
import { revoke } from './offers.js'
import type { Closing, Concern, ConcernWay } from './way.js'

/** S10: closure code, whether a case was avoided, when help came; the raiser is told, and nothing is left running. */
export async function closeCase(course: Concern, way: ConcernWay, practice: boolean): Promise<ConcernOutcome> {
  const { code, caseAvoided, firstHelpOn } = way.closing ?? (await askForClosing(course))
  const at = course.now
  for (const offer of course.facts.offers.filter(({ status }) => status === 'offered')) {
    await revoke(course, { offer, reason: 'caseClosed', by: way.by ?? null, practice })
  }
  course.journal.emit(
    {
      type: 'caseClosed',
      code,
      caseAvoided,
      ...(firstHelpOn === undefined ? {} : { firstHelpOn }),
      ...(way.text === undefined ? {} : { text: way.text }),
    },
    way.by ?? null,
  )
  const { raiser, socialWorker } = course.people
  if (raiser !== null) course.post.send({ kind: 'closing', to: 'raiser', person: raiser })
  await endConsents(course, way.by ?? socialWorker)
  await course.end(code)
  return { code, at }
}

async function askForClosing(course: Concern): Promise<Closing> {
  const { answer } = await course.desk.ask(closeTask)
  return answer.closing
}

/** With the case, what the family consented to ends: nothing more is shared or asked under it. */
async function endConsents(course: Concern, by: string): Promise<void> {
  const running = course.facts.consents.filter(({ status }) => status === 'given' || status === 'partial')
  for (const { id } of running) {
    await outward.tell({ process: id, update: 'closeCase', id: course.post.key(), message: { by, code: 'other' } })
  }
}
