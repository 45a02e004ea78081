import type { ErasureInput, RetentionInput } from '@brobygger/domain/messages'
import { caseIn } from '@brobygger/domain/processes'
import { erasing, startNear } from '../kit/index.js'
import type { Retaining, RetentionWay } from './way.js'

/** An erasure for each case, under a code of its own; one that has begun is not begun again. */
export async function carryOut(
  course: Retaining,
  input: RetentionInput,
  way: RetentionWay,
): Promise<RetentionWay> {
  const { facts, flow, people } = course
  const { decidedBy, approvedBy } = way
  let begun = 0
  while (decidedBy !== undefined && approvedBy !== undefined) {
    const [item] = facts.erase
    if (item === undefined) break
    const { process } = await flow.call(() =>
      erasing.openErasure({ case: item, practice: input.practice !== null }),
    )
    const erasure: ErasureInput = {
      caseId: caseIn(process),
      practice: input.practice === null ? null : { startsAt: course.now },
      by: decidedBy,
      grounds: 'retention',
      requester: null,
      approved: { checkedBy: decidedBy, approvedBy },
      unit: course.unit,
      people,
    }
    await startNear(course, { kind: 'erasure', process, input: erasure, title: 'Sletning' })
    facts.erase = facts.erase.slice(1)
    begun += 1
    await course.goOnInNewRunWhenLong()
  }
  facts.items = []
  return { next: 'ended', outcome: begun === 0 ? 'nothingErased' : 'erased' }
}
