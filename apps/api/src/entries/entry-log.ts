import { DatabaseError, record } from '@brobygger/database'
import type { Administration } from '@brobygger/domain/codes'
import type { EventBody } from '@brobygger/domain/events'
import { Injectable } from '@nestjs/common'
import { Storage } from '../storage/storage.js'

/** What was written down on a case, by somebody or by a system outside. */
export interface Entry {
  readonly caseId: string
  readonly administration: Administration
  readonly practice: boolean
  readonly at: string
  /** Null where a system says it. */
  readonly by: string | null
  readonly body: EventBody
}

/** Two that write at once take turns; more than this many turns means that something else is wrong. */
const TURNS = 20

/** Writes what people add to a case outside any process: it is recorded under a process of the API's own. */
@Injectable()
export class EntryLog {
  constructor(private readonly storage: Storage) {}

  /** Appends one entry. Its number is the next one free; whoever finds it taken takes the next. */
  async append({ caseId, ...entry }: Entry): Promise<void> {
    const process = `api-${caseId}`
    for (let turn = 1; ; turn += 1) {
      const seq = (await this.last(process)) + 1
      try {
        await record(this.storage.db, { events: [{ ...entry, caseId, process, seq }], ledger: null })
        return
      } catch (error) {
        const taken = error instanceof DatabaseError && error.code === 'record-conflict'
        if (!taken || turn === TURNS) throw error
      }
    }
  }

  private async last(process: string): Promise<number> {
    const row = await this.storage.db
      .selectFrom('events')
      .select('seq')
      .where('process', '=', process)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row?.seq ?? 0
  }
}
