import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Connection } from '@temporalio/client'
import proto from '@temporalio/proto'
import pg from 'pg'
import { leaksIn } from './leaks.js'
import type { OwnSystem } from './own-system.js'
import { namespaces } from './municipality.js'

/** Where everything that a system keeps or tells may lie. */
export const places = [
  'logs and addresses in them',
  'PostgreSQL, WAL',
  'PostgreSQL, files',
  'Temporal, store',
  'other files',
  'tables, data',
  'tables, access log',
  'tables, key store',
  'Temporal, histories with headers',
  'metrics',
  'what was told outside',
] as const
export type PlaceName = (typeof places)[number]

interface Piece {
  readonly place: PlaceName
  readonly bytes: Uint8Array | string
}

/** What was looked through in a place, and which of the texts lie there. */
export interface Looked {
  readonly bytes: number
  readonly found: ReadonlySet<string>
}

/** Looks for texts in everything there is, in the clear, in base64 and in hexadecimal. */
export async function scan(
  system: OwnSystem,
  texts: readonly string[],
): Promise<(place: PlaceName) => Looked> {
  const looked = new Map(places.map(place => [place, { bytes: 0, found: new Set<string>() }]))
  for await (const { place, bytes } of piecesOf(system)) {
    const of = looked.get(place)
    if (of === undefined) continue
    of.bytes += bytes.length
    for (const text of leaksIn(bytes, texts)) of.found.add(text)
  }
  return place => looked.get(place) ?? { bytes: 0, found: new Set() }
}

async function* piecesOf(system: OwnSystem): AsyncGenerator<Piece> {
  yield* files(system.dataDir)
  yield* rows(system.adminUrl, 'brobygger', schema =>
    schema === 'access_log' ? 'tables, access log' : 'tables, data',
  )
  yield* rows(system.adminUrl, 'brobygger_keys', () => 'tables, key store')
  yield* histories(system.temporalAddress)
  yield { place: 'metrics', bytes: await (await fetch(`${system.apiUrl}/api/metrics`)).text() }
  for (const service of ['mail', 'digital-post', 'family-system', 'register', 'case-index']) {
    const told = await fetch(`${system.simulatorsUrl}/${service}/ledger`)
    yield { place: 'what was told outside', bytes: await told.text() }
  }
}

/** Every file in the data folder but those that hold passwords and keys by design. */
async function* files(folder: string): AsyncGenerator<Piece> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter(one => one.isFile())) {
    const name = join(entry.parentPath, entry.name)
    // A file of PostgreSQL's own may be gone by the time it is its turn.
    const bytes = await readFile(name).catch(() => Buffer.alloc(0))
    yield { place: placeOfFile(name.slice(folder.length)), bytes }
  }
}

function placeOfFile(name: string): PlaceName {
  if (name.includes('/logs/')) return 'logs and addresses in them'
  if (name.includes('/pg_wal/')) return 'PostgreSQL, WAL'
  if (name.includes('/postgres')) return 'PostgreSQL, files'
  return name.includes('/temporal/') ? 'Temporal, store' : 'other files'
}

async function* rows(
  adminUrl: string,
  database: string,
  placeOf: (schema: string) => PlaceName,
): AsyncGenerator<Piece> {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ schema: string; name: string }>(
      `select schemaname as schema, format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    for (const { schema, name } of tables) {
      const dumped = await client.query<{ row: string }>(`select t::text as row from ${name} as t`)
      yield { place: placeOf(schema), bytes: dumped.rows.map(({ row }) => row).join('\n') }
    }
  } finally {
    await client.end()
  }
}

async function* histories(address: string): AsyncGenerator<Piece> {
  const connection = await Connection.connect({ address })
  const { History } = proto.temporal.api.history.v1
  const { DescribeWorkflowExecutionResponse: Described } = proto.temporal.api.workflowservice.v1
  try {
    const { workflowService } = connection
    for (const namespace of namespaces) {
      const { executions } = await workflowService.listWorkflowExecutions({ namespace, pageSize: 1000 })
      for (const { execution } of executions) {
        if (!execution) continue
        const { history } = await workflowService.getWorkflowExecutionHistory({ namespace, execution })
        const described = await workflowService.describeWorkflowExecution({ namespace, execution })
        const place = 'Temporal, histories with headers'
        yield { place, bytes: History.encode(history ?? {}).finish() }
        yield { place, bytes: Described.encode(described).finish() }
      }
    }
  } finally {
    await connection.close()
  }
}
