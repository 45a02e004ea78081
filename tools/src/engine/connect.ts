import { Connection } from '@temporalio/client'

/** Connects to a Temporal server for as long as `work` takes. */
export async function withTemporal<T>(
  address: string,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await Connection.connect({ address, connectTimeout: '5s' })
  try {
    return await connection.withDeadline(Date.now() + 60_000, () => work(connection))
  } finally {
    await connection.close()
  }
}

/** Whether all services behind the address answer. */
export async function temporalServes(address: string): Promise<boolean> {
  const connection = await Connection.connect({ address, connectTimeout: '2s' })
  try {
    return await connection.withDeadline(Date.now() + 2000, async () => {
      await connection.workflowService.listNamespaces({ pageSize: 1 })
      return true
    })
  } finally {
    await connection.close()
  }
}
