import { setTimeout as sleep } from 'node:timers/promises'
import { openProcessesOfCase } from '@brobygger/database'
import { Injectable } from '@nestjs/common'
import { WorkflowNotFoundError, isGrpcDeadlineError } from '@temporalio/client'
import { CaseAccess } from '../access/case-access.js'
import { fieldProblem, Problem } from '../http/problem.js'
import { Reply } from '../http/reply.js'
import type { Person } from '../person/caller.js'
import { Storage } from '../storage/storage.js'
import { Clients } from '../temporal/clients.js'
import { Engine } from '../temporal/engine.js'
import { advance } from './advance.js'
import { CaseTime } from './case-time.js'
import { isQuiet, looksNeeded, marchingOrder, nextStop, type Standing } from './lockstep.js'
import { lastPositionOf, passedSince } from './passed.js'
import type { Journey } from './journey.js'
import { isTooFar, untilOf, type FastForwardBody } from './until.js'

/** After this long the answer says how far the case has come, in milliseconds. */
const LIMIT = 50_000
/** Between two looks at a process that still works, in milliseconds. */
const LOOK = 25

/** Plays the processes of a practice case forward together. */
@Injectable()
export class FastForwardService {
  constructor(
    private readonly access: CaseAccess,
    private readonly time: CaseTime,
    private readonly storage: Storage,
    private readonly engine: Engine,
    private readonly clients: Clients,
  ) {}

  async forward(caller: Person, caseId: string, body: FastForwardBody): Promise<Reply<Journey>> {
    const place = this.access.of(caseId, caller)
    if (!place.practice) throw new Problem('not-a-practice-case')
    const from = await this.time.now(place)
    const until = untilOf(body, from)
    if (until <= from) throw new Problem('until-passed')
    if (isTooFar(until, from)) throw fieldProblem('input-invalid', 'until')
    const position = await lastPositionOf(this.storage.db, caseId)
    const now = await this.travel(caseId, Date.parse(until))
    const processes = place.processes.map(({ id }) => id)
    const passed = await passedSince(this.storage.db, { caseId, position, processes })
    const arrived = now === null || now >= Date.parse(until)
    const journey = {
      caseId,
      from,
      now: now === null ? until : new Date(now).toISOString(),
      until,
      arrived,
      passed,
    }
    return new Reply(journey, arrived ? 200 : 202)
  }

  /** Goes from stop to stop; gives the moment it reached, or null when no process of the case runs any more. */
  private async travel(caseId: string, until: number): Promise<number | null> {
    const end = Date.now() + LIMIT
    for (;;) {
      const standings = await this.whenQuiet(caseId, end)
      const now = Math.min(...standings.map(standing => standing.now))
      if (standings.length === 0) return null
      if (now >= until || Date.now() >= end) return now
      const stop = nextStop(standings, until)
      for (const group of marchingOrder(standings, stop)) {
        await Promise.all(group.map(({ process, now: own }) => this.advance(process, stop - own, end)))
      }
    }
  }

  /** Where the open processes stand, once they were seen at rest, or when time is up. */
  private async whenQuiet(caseId: string, end: number): Promise<readonly Standing[]> {
    for (let quiet = 0; ;) {
      const standings = await this.standings(caseId)
      quiet = standings.every(isQuiet) ? quiet + 1 : 0
      if (quiet >= looksNeeded(standings) || Date.now() >= end) return standings
      await sleep(LOOK)
    }
  }

  private async standings(caseId: string): Promise<readonly Standing[]> {
    const open = await openProcessesOfCase(this.storage.db, { caseId })
    return (await Promise.all(open.map(({ id }) => this.standing(id)))).flat()
  }

  /** Where a process stands; nothing when it ended in between. */
  private async standing(process: string): Promise<readonly Standing[]> {
    const place = { process, practice: true }
    try {
      const moments = await this.time.moments(place)
      const now = Date.parse(await this.time.ofProcess(place, moments))
      const next = moments.next === null ? null : Date.parse(moments.next)
      return [{ process, now, next, busy: moments.busy }]
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return []
      throw error
    }
  }

  /** A process that does not arrive in time is left where it is: the answer says how far the case has come. */
  private async advance(process: string, milliseconds: number, end: number): Promise<void> {
    const left = Math.max(1_000, end - Date.now())
    const client = this.clients.of({ process, practice: true })
    try {
      await this.engine.within(left, () => advance(client, process, milliseconds))
    } catch (error) {
      const ended = error instanceof Error && 'code' in error && error.code === 5
      if (!ended && !isGrpcDeadlineError(error)) throw error
    }
  }
}
