import type { Db } from '../connection/connect.js'
import { handoverColumns, type HandoverRow } from './columns.js'

/** Both sides' view of one offer; a side the reader's role may not see is null, as is one that is not there yet. */
export interface Handover {
  readonly offer: string
  readonly caseId: string
  readonly practice: boolean
  readonly contract: HandoverRow['contract']
  readonly sent: HandoverRow | null
  readonly received: HandoverRow | null
}

/** An offer to another administration, or null. One round trip. */
export async function handoverById(db: Db, args: { offer: string }): Promise<Handover | null> {
  const sides = await db
    .selectFrom('handovers')
    .select(handoverColumns)
    .where('offer', '=', args.offer)
    .execute()
  const [first] = sides
  if (first === undefined) return null
  const { offer, caseId, practice, contract } = first
  const side = (direction: HandoverRow['direction']) => sides.find(row => row.direction === direction) ?? null
  return { offer, caseId, practice, contract, sent: side('sent'), received: side('received') }
}
