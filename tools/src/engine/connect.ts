import { Connection, type ConnectionOptions } from '@temporalio/client'

/** Where a Temporal server is, and what it takes to be let in. */
export interface Place extends Pick<ConnectionOptions, 'tls' | 'apiKey'> {
  readonly address: string
}

/** Connects to a Temporal server for as long as `work` takes. */
export async function withTemporal<T>(
  place: Place,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await Connection.connect({ ...place, connectTimeout: '5s' })
  try {
    return await connection.withDeadline(Date.now() + 60_000, () => work(connection))
  } finally {
    await connection.close()
  }
}

/** Whether all services behind the address answer. */
export async function temporalServes(place: Place): Promise<boolean> {
  const connection = await Connection.connect({ ...place, connectTimeout: '2s' })
  try {
    return await connection.withDeadline(Date.now() + 2000, async () => {
      await connection.workflowService.listNamespaces({ pageSize: 1 })
      return true
    })
  } finally {
    await connection.close()
  }
}
