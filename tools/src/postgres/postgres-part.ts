import { join } from 'node:path'
import pg from 'pg'
import { isPostgresFailure } from '../supervise/failures.js'
import type { Part } from '../supervise/part.js'
import type { Account } from './account.js'
import type { Place } from './place.js'

/**
 * PostgreSQL as a part of the system: on 127.0.0.1 alone, with a password, every commit on disk before it is
 * acknowledged.
 */
export function postgresPart(args: {
  place: Place
  account: Account | undefined
  port: number
  adminUrl: string
}): Part {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'on',
    synchronous_commit: 'on',
    max_connections: '200',
    log_min_messages: 'warning',
    // A statement's text can hold what belongs in the vault.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_timezone: 'UTC',
  }
  return {
    name: 'postgres',
    command: join(args.place.programs, 'bin', 'postgres'),
    args: [
      ...['-D', args.place.data, '-p', String(args.port)],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    env: { LC_ALL: 'C', LC_MESSAGES: 'C' },
    folder: '/',
    ...(args.account ? { user: args.account } : {}),
    isReady: () => answersSql(args.adminUrl),
    readyWithin: 60_000,
    stopSignal: 'SIGINT',
    stopWithin: 20_000,
    isFailure: isPostgresFailure,
  }
}

/** Whether the database answers a query. */
export async function answersSql(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  // A server that goes away under the query is an answer, too: not ready.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } finally {
    await client.end()
  }
}
