import { ledger, type Ledger } from '@brobygger/domain/processes'
import type { Db } from '../connection/connect.js'

/**
 * The last ledger of a process, or null. One round trip.
 * @throws ZodError when it has a shape that no release ever wrote
 */
export async function ledgerOf(db: Db, args: { process: string }): Promise<Ledger | null> {
  const row = await db
    .selectFrom('ledgers')
    .select('ledger')
    .where('process', '=', args.process)
    .executeTakeFirst()
  return row === undefined ? null : ledger.parse(row.ledger)
}
