import { waiting } from '@brobygger/database'
import { Injectable } from '@nestjs/common'
import { z } from 'zod'
import { Storage } from '../storage/storage.js'
import { Clients } from '../temporal/clients.js'
import { Engine } from '../temporal/engine.js'

/**
 * Search attribute that the server sets on an execution whose workflow task failed or timed out several times in a
 * row, and takes away when one succeeds.
 */
const QUERY =
  'ExecutionStatus="Running" AND TemporalReportedProblems IN ("category=WorkflowTaskFailed", "category=WorkflowTaskTimedOut")'

/** More than this in one namespace is a fault of its own. */
const MOST = 200

/** What operations must look at. */
export const stuckAnswer = z
  .object({
    failing: z
      .array(
        z.object({
          namespace: z.string(),
          process: z.string(),
          run: z.string(),
          problems: z.array(z.string()).meta({ description: "The server's own words, `cause=…`" }),
        }),
      )
      .meta({ description: 'Processes whose code fails: they stand still until a release mends it' }),
    waiting: z
      .array(
        z.object({
          process: z.string(),
          caseId: z.string(),
          administration: z.string(),
          practice: z.boolean(),
          system: z.string(),
          since: z.iso.datetime(),
        }),
      )
      .meta({ description: 'Processes that wait for a system outside' }),
  })
  .meta({ id: 'Stuck' })
export type StuckAnswer = z.infer<typeof stuckAnswer>

/** Finds processes that cannot go on by themselves. For operations: nothing on a business path lists in the engine. */
@Injectable()
export class StuckService {
  constructor(
    private readonly clients: Clients,
    private readonly engine: Engine,
    private readonly storage: Storage,
  ) {}

  async list(): Promise<StuckAnswer> {
    const [failing, waits] = await Promise.all([
      Promise.all(this.clients.all.map(client => this.failing(client))),
      waiting(this.storage.db),
    ])
    return { failing: failing.flat(), waiting: waits }
  }

  private async failing(client: Clients['all'][number]): Promise<StuckAnswer['failing']> {
    const { namespace } = client.options
    const { executions } = await this.engine.within(4_000, () =>
      client.workflowService.listWorkflowExecutions({ namespace, query: QUERY, pageSize: MOST }),
    )
    return executions.map(({ execution, searchAttributes }) => ({
      namespace,
      process: execution?.workflowId ?? '',
      run: execution?.runId ?? '',
      problems: textsOf(searchAttributes?.indexedFields?.['TemporalReportedProblems']?.data),
    }))
  }
}

/** A list of keywords as the server writes it; search attributes are never encrypted. */
function textsOf(data: Uint8Array | null | undefined): string[] {
  if (!data) return []
  const parsed = z.array(z.string()).safeParse(JSON.parse(Buffer.from(data).toString()))
  return parsed.data ?? []
}
