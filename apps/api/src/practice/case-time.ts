import { Injectable } from '@nestjs/common'
import { WorkflowNotFoundError } from '@temporalio/client'
import type { CasePlace } from '../access/case-access.js'
import { Storage } from '../storage/storage.js'
import type { ProcessPlace } from '../temporal/clients.js'
import { Clients } from '../temporal/clients.js'
import { Engine } from '../temporal/engine.js'
import { millisecondsOf } from './timestamp.js'

/** Where a process stands on the case's clock. */
export interface Moments {
  /** The moment of its last work; the clock itself may have gone on since. */
  readonly now: string
  /** The earliest date it waits for. */
  readonly next: string | null
  /** Whether it still works, writes or sends. */
  readonly busy: boolean
  /** Case clock minus the process's own, in milliseconds. */
  readonly offset: number
}

/** Tells the time on a case's own clock. */
@Injectable()
export class CaseTime {
  constructor(
    private readonly engine: Engine,
    private readonly clients: Clients,
    private readonly storage: Storage,
  ) {}

  /** What time it is in a case: the wall clock's for a real one, its own for a practice case. ISO instant. */
  async now({
    caseId,
    practice,
    carrier,
  }: Pick<CasePlace, 'caseId' | 'practice' | 'carrier'>): Promise<string> {
    if (!practice) return new Date().toISOString()
    const place = { process: carrier, practice }
    try {
      return await this.ofProcess(place, await this.moments(place))
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return await this.lastRecorded(caseId)
      throw error
    }
  }

  /** Where a process stands. */
  async moments(place: ProcessPlace): Promise<Moments> {
    return await this.engine.ask<Moments>(place, 'moments')
  }

  /** What time it is on the case's clock as one process has it. Each execution's own clock may have skipped. */
  async ofProcess(place: ProcessPlace, { offset }: Moments): Promise<string> {
    const { raw } = await this.engine.within(4_000, () => this.clients.handle(place).describe())
    const own = raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime
    return new Date((own ? millisecondsOf(own) : Date.now()) + offset).toISOString()
  }

  /** The time at which a case whose process is gone stood still. */
  private async lastRecorded(caseId: string): Promise<string> {
    const row = await this.storage.db
      .selectFrom('events')
      .select('at')
      .where('case_id', '=', caseId)
      .orderBy('at', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row?.at ?? new Date().toISOString()
  }
}
