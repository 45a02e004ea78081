import type { Administration } from '@brobygger/domain/codes'
import { Injectable } from '@nestjs/common'
import { Problem } from '../http/problem.js'
import type { Person } from '../person/caller.js'
import { Storage } from '../storage/storage.js'

/** A case as a command needs to know it. */
export interface CasePlace {
  readonly caseId: string
  readonly practice: boolean
  /** The process that carries the case: the first that was started in it. */
  readonly carrier: string
  readonly processes: readonly {
    readonly id: string
    readonly administration: Administration
    readonly open: boolean
  }[]
  /** Who declared a conflict of interest. */
  readonly hiddenFrom: readonly string[]
}

/** Finds cases for those who may see them. */
@Injectable()
export class CaseAccess {
  constructor(private readonly storage: Storage) {}

  /**
   * The case with its processes, oldest first. One round trip.
   * Refuses with `case-unknown`, or `conflict-of-interest` for whoever declared one in any of them.
   */
  async of(caseId: string, caller: Person): Promise<CasePlace> {
    const rows = await this.storage.db
      .selectFrom('processes')
      .select(['id', 'administration', 'practice', 'status', 'hidden_from as hiddenFrom'])
      .where('case_id', '=', caseId)
      .orderBy('started_at')
      .orderBy('id')
      .execute()
    const [first] = rows
    if (first === undefined) throw new Problem('case-unknown')
    const hiddenFrom = rows.flatMap(row => row.hiddenFrom)
    if (hiddenFrom.includes(caller.id)) throw new Problem('conflict-of-interest')
    const processes = rows.map(({ id, administration, status }) => ({
      id,
      administration,
      open: status === 'open',
    }))
    return { caseId, practice: first.practice, carrier: first.id, processes, hiddenFrom }
  }
}
