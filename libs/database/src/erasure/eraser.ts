import type { ErasureCounts } from '@brobygger/domain/messages'
import { sql } from 'kysely'
import type { Db } from '../connection/connect.js'

/**
 * What an eraser may do, connected as the eraser of its administration: each call is one function of the database that
 * looks up by itself which case the erasure names.
 */
export class Eraser {
  constructor(private readonly db: Db) {}

  /** Notes what a step found before it is destroyed. Gives what was noted first. */
  async note(of: { process: string; step: string; counts: ErasureCounts }): Promise<ErasureCounts> {
    const { process, step, counts } = of
    const { rows } = await sql<{ noted: ErasureCounts }>`
      select brobygger.note_erasure(${process}, ${step}, ${JSON.stringify(counts)}) as noted
    `.execute(this.db)
    return rows[0]?.noted ?? counts
  }

  /** Makes the case anonymous in the log; 0 when that has been done. */
  async eraseLog({ process }: { process: string }): Promise<number> {
    const { rows } = await sql<{ events: number }>`
      select brobygger.erase_log(${process}) as events
    `.execute(this.db)
    return rows[0]?.events ?? 0
  }

  /** Destroys the mapping from the erasure to the case. */
  async end({ process }: { process: string }): Promise<void> {
    await sql`select brobygger.end_erasure(${process})`.execute(this.db)
  }
}
