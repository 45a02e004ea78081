import type { BulkHandOverInput } from '@brobygger/domain/messages'
import { readings } from '../kit/index.js'
import { heldHere } from './held-here.js'
import { moveEach } from './move-each.js'
import { tellOfDeputy } from './tell-both.js'
import type { Bulk, BulkWay } from './way.js'

/** Hands over page by page; what was told stays told, whatever happens to this process in between. */
export async function handOverAll(course: Bulk, input: BulkHandOverInput): Promise<BulkWay> {
  const { facts, flow } = course
  const { to } = input
  for (;;) {
    const page = await flow.call(() => readings.heldBy({ ...heldHere(input), after: facts.after }))
    const last = page.at(-1)
    if (last === undefined) break
    const { handedOver, inConflict } = await moveEach(course, { input, processes: page, to })
    facts.handedOver += handedOver.length
    facts.inConflict = [...facts.inConflict, ...inConflict]
    facts.after = last
    await course.goOnInNewRunWhenLong()
  }
  tellOfDeputy(course, input)
  return facts.inConflict.length > 0 ? { next: 'leftover' } : { next: 'ended', outcome: 'handedOver' }
}
