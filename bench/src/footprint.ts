import { administration, namespaceOf } from '@brobygger/domain/codes'
import type { Connection } from '@temporalio/client'
import type pg from 'pg'
import type { BenchCase } from './bench-case.js'

/** What a case leaves behind. */
export interface Footprint {
  /** Events in the histories of its processes. */
  readonly historyEvents: number
  readonly historyBytes: number
  /** Lines of the event log. */
  readonly loggedEvents: number
  /** Rows and bytes in all tables that belong to a case, without indexes. */
  readonly rows: number
  readonly rowBytes: number
  readonly processes: readonly { readonly id: string; readonly events: number; readonly bytes: number }[]
}

/** Looks at what there is of a case in the engine and in the database. */
export async function footprintOf(args: {
  played: BenchCase
  connection: Connection
  database: pg.Client
}): Promise<Footprint> {
  const { played, connection, database } = args
  const { processes } = await played.show()
  const histories = await Promise.all(
    processes.map(async ({ id, administration: owner }) => {
      const { workflowExecutionInfo } = await connection.workflowService.describeWorkflowExecution({
        namespace: namespaceOf({ administration: administration.parse(owner), practice: played.practice }),
        execution: { workflowId: id },
      })
      return {
        id: id.replace(played.id, '…'),
        events: Number(workflowExecutionInfo?.historyLength ?? 0),
        bytes: Number(workflowExecutionInfo?.historySizeBytes ?? 0),
      }
    }),
  )
  const tables = await tablesWithCase(database)
  const stored: StoredRows[] = []
  for (const table of tables) stored.push(await rowsOf(database, table, played.id))
  return {
    historyEvents: sum(histories.map(({ events }) => events)),
    historyBytes: sum(histories.map(({ bytes }) => bytes)),
    loggedEvents: stored.find(({ table }) => table === 'brobygger.events')?.rows ?? 0,
    rows: sum(stored.map(({ rows }) => rows)),
    rowBytes: sum(stored.map(({ bytes }) => bytes)),
    processes: histories,
  }
}

async function tablesWithCase(database: pg.Client): Promise<string[]> {
  const { rows } = await database.query<{ table: string }>(
    `select format('%I.%I', table_schema, table_name) as table from information_schema.columns
     join information_schema.tables using (table_schema, table_name)
     where column_name = 'case_id' and table_type = 'BASE TABLE' and table_schema in ('brobygger', 'vault')`,
  )
  return rows.map(({ table }) => table)
}

interface StoredRows {
  readonly table: string
  readonly rows: number
  readonly bytes: number
}

async function rowsOf(database: pg.Client, table: string, caseId: string): Promise<StoredRows> {
  const { rows } = await database.query<{ rows: string; bytes: string }>(
    `select count(*) as rows, coalesce(sum(pg_column_size(t.*)), 0) as bytes from ${table} as t where case_id = $1`,
    [caseId],
  )
  return { table, rows: Number(rows[0]?.rows), bytes: Number(rows[0]?.bytes) }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
