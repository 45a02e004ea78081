import type { BulkHandOverInput } from '@brobygger/domain/messages'
import { readings } from '../kit/index.js'
import { heldHere } from './held-here.js'
import type { Bulk, BulkWay } from './way.js'

/** Counts what the person holds here. One that is opened again begins from the first. */
export async function find(course: Bulk, input: BulkHandOverInput): Promise<BulkWay> {
  const { facts, flow, journal } = course
  const processes = await flow.call(() => readings.countHeldBy(heldHere(input)))
  facts.after = null
  facts.inConflict = []
  journal.emit({ type: 'bulkFound', processes })
  return processes === 0 ? { next: 'ended', outcome: 'nothingFound' } : { next: 'handOver' }
}
