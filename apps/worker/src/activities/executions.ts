import { setTimeout as sleep } from 'node:timers/promises'
import { namespaceOf, type Administration } from '@brobygger/domain/codes'
import { processes } from '@brobygger/domain/processes'
import type { NativeConnection } from '@temporalio/worker'

/** Every kind of process that carries a case's code in its id, less those that outlive the case. */
const kinds = Object.keys(processes).filter(kind => !['erasure', 'retention'].includes(kind))

/** Between two looks in milliseconds, and how many, until the engine has deleted what it was told to. */
const LOOK = 250
const LOOKS = 120

/** Whose processes, and where. */
export interface Place {
  readonly connection: Pick<NativeConnection, 'workflowService'>
  readonly administration: Administration
  readonly caseId: string
}

interface Run {
  readonly namespace: string
  readonly workflowId: string
  readonly runId: string
}

/**
 * Every run of a case's processes that the engine keeps for an administration, open or closed, real or for practice.
 * Asked of the engine itself: what it keeps, and not what we believe that it keeps.
 */
export async function runsOf({ connection, administration, caseId }: Place): Promise<Run[]> {
  const query = kinds.map(kind => `WorkflowId STARTS_WITH '${kind}-${caseId}'`).join(' OR ')
  const found: Run[] = []
  for (const practice of [false, true]) {
    const namespace = namespaceOf({ administration, practice })
    let token: Uint8Array | undefined
    do {
      const { executions, nextPageToken } = await connection.workflowService.listWorkflowExecutions({
        namespace,
        query,
        pageSize: 200,
        ...(token === undefined ? {} : { nextPageToken: token }),
      })
      for (const { execution } of executions) {
        const { workflowId, runId } = execution ?? {}
        if (workflowId && runId) found.push({ namespace, workflowId, runId })
      }
      token = nextPageToken.length > 0 ? nextPageToken : undefined
    } while (token !== undefined)
  }
  return found
}

/**
 * Ends and deletes them, and waits until the engine has none left.
 * @throws Error when some are left after half a minute: the activity is tried again
 */
export async function deleteRuns(place: Place): Promise<void> {
  for (let left = LOOKS; ; left--) {
    const runs = await runsOf(place)
    if (runs.length === 0) return
    if (left === 0) throw new Error(`${String(runs.length)} executions are left`)
    for (const { namespace, ...workflowExecution } of runs) {
      await place.connection.workflowService
        .deleteWorkflowExecution({ namespace, workflowExecution })
        .catch(ignoreGone)
    }
    await sleep(LOOK)
  }
}

/** Deleted in between. */
function ignoreGone(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === NOT_FOUND)) throw error
}

/** The gRPC status of what is not there. */
const NOT_FOUND = 5
