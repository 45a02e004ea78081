import type { ConsentStatus } from '@brobygger/domain/codes'
import type { ConcernOutcome } from '@brobygger/domain/messages'
import { patched } from '@temporalio/workflow'
import { firstNear, near, outward } from '../kit/index.js'
import { revoke } from './across.js'
import { keepInCaseIndex } from './case-index.js'
import { askToJournalise } from './journalise.js'
import { dropLookUp } from './look-up.js'
import type { Concern, ConcernWay } from './way.js'

/** S10: closure code, whether a case was avoided, when help came; the raiser is told, and nothing is left running. */
export async function closeCase(
  course: Concern,
  way: ConcernWay,
  practice: boolean,
): Promise<ConcernOutcome> {
  const { code, caseAvoided, firstHelpOn } = way.closing ?? { code: 'other', caseAvoided: 'unknown' }
  course.enterLast('close')
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
      ...(way.into === undefined ? {} : { into: way.into }),
      ...(way.text === undefined ? {} : { text: way.text }),
    },
    way.by ?? null,
  )
  const { raiser, socialWorker } = course.people
  // Of a merged case the other one tells whoever raised it.
  if (raiser !== null && way.into === undefined)
    course.post.send({ kind: 'closing', to: 'raiser', person: raiser })
  dropLookUp(course)
  await endConsents(course, way.by ?? socialWorker)
  if (way.into === undefined) await askToJournalise(course, practice)
  else course.facts.leftIndex = true
  void keepInCaseIndex(course)
  await course.end(code)
  return { code, at }
}

/** Where a consent has come to its end by itself. */
const ended = new Set<ConsentStatus>(['refused', 'expired', 'withdrawn', 'ended'])

/** With the case, what the family consented to ends: nothing more is shared or asked under it. */
async function endConsents(course: Concern, by: string): Promise<void> {
  const running = course.facts.consents.filter(({ status }) => !ended.has(status))
  for (const { id } of running) {
    const told = { process: id, update: 'closeCase', id: course.post.key(), message: { by, code: 'other' } }
    const say = () =>
      firstNear(
        () => near.tell(told),
        () => outward.tell(told),
      )
    // A consent that is just being withdrawn tells the case of it, and neither may wait for the other.
    await (patched('closing-rests') ? course.flow.call(say) : say())
  }
}
