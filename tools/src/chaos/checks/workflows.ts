import { namespacesOf, type Administration } from '@brobygger/domain/codes'
import { processes } from '@brobygger/domain/processes'
import { Connection } from '@temporalio/client'

const types = Object.keys(processes)
  .map(kind => `"${kind}"`)
  .join(', ')

/** What a process of ours may not end as, and that none still runs. */
const QUERY = `WorkflowType IN (${types}) AND ExecutionStatus != "Completed" AND ExecutionStatus != "ContinuedAsNew"`

/** Every process has come to its own end: none failed, none was ended from outside, none still runs. */
export async function checkWorkflows(address: string, running: readonly Administration[]): Promise<string[]> {
  const connection = await Connection.connect({ address })
  try {
    const lists = await Promise.all(
      namespacesOf(running).map(namespace =>
        connection.workflowService.listWorkflowExecutions({ namespace, query: QUERY, pageSize: 1000 }),
      ),
    )
    return lists
      .flatMap(list => list.executions)
      .map(({ execution, status }) => `process ${execution?.workflowId ?? ''} is in state ${String(status)}`)
  } finally {
    await connection.close()
  }
}
