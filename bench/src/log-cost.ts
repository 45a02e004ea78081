/** `npm run bench:log`: what the access log adds to a read. */
import { randomUUID } from 'node:crypto'
import { AccessLog, type AccessEntry } from '@brobygger/access-log'
import { apiRole, databaseName } from '@brobygger/database'
import type { System } from '@brobygger/tools'
import pg from 'pg'
import { Api } from './api.js'
import { BenchCase, SOCIAL_WORKER } from './bench-case.js'
import { spreadOf } from './spread.js'
import { withOwnSystem } from './with-own-system.js'

const WARM_UP = 20
const ROUNDS = 300
/** Lines that are written only to be weighed. */
const WEIGHED = 2_000

async function measure(system: System): Promise<string[]> {
  const api = new Api(system.apiUrl)
  const { id } = await BenchCase.raise(api)
  const url = new URL(system.adminUrl)
  url.pathname = `/${databaseName}`
  const db = new pg.Client({ connectionString: url.href })
  await db.connect()
  try {
    await db.query(`set role ${apiRole}`)
    const log = new AccessLog({ db })
    const [reads, writes]: [number[], number[]] = [[], []]
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const read = await timed(() => api.get(`/cases/${id}`, SOCIAL_WORKER))
      const written = await timed(() => log.write([entryOf(id)]))
      if (round < WARM_UP) continue
      reads.push(read)
      writes.push(written)
    }
    const [read, write] = [spreadOf(reads), spreadOf(writes)]
    const bytes = await weigh(db, log, id)
    return [
      `${String(ROUNDS)} reads of a case over the API, each logged; between them ${String(ROUNDS)} entries written alone, committed`,
      '',
      `read of a case, log included     ${ms(read.median)} median   ${ms(read.p95)} p95`,
      `one entry written and committed  ${ms(write.median)} median   ${ms(write.p95)} p95`,
      `round trips for the log          1 a request`,
      `read with the log to without it  ${(read.median / (read.median - write.median)).toFixed(2)} (without = with, less one entry)`,
      `WAL                              ${bytes.wal.toFixed(0)} bytes an entry`,
      `table and indexes                ${bytes.stored.toFixed(0)} bytes an entry, and 48 in its block`,
    ]
  } finally {
    await db.end()
  }
}

async function weigh(
  db: pg.Client,
  log: AccessLog,
  caseId: string,
): Promise<{ wal: number; stored: number }> {
  await db.query('reset role')
  const before = await standing(db)
  await db.query(`set role ${apiRole}`)
  for (let i = 0; i < WEIGHED; i++) await log.write([entryOf(caseId)])
  await db.query('reset role')
  const after = await standing(db)
  return { wal: (after.wal - before.wal) / WEIGHED, stored: (after.stored - before.stored) / WEIGHED }
}

async function standing(db: pg.Client): Promise<{ wal: number; stored: number }> {
  const { rows } = await db.query<{ wal: string; stored: string }>(
    `select pg_current_wal_lsn() - '0/0'::pg_lsn as wal, pg_total_relation_size('access_log.entries') as stored`,
  )
  return { wal: Number(rows[0]?.wal), stored: Number(rows[0]?.stored) }
}

function entryOf(caseId: string): AccessEntry {
  return {
    requestId: randomUUID(),
    actor: SOCIAL_WORKER,
    roles: ['socialWorker'],
    administration: 'children-and-youth',
    action: 'getCase',
    outcome: 'allowed',
    refusal: null,
    cases: [caseId],
    process: null,
    purpose: 'help',
    basis: 'assigned',
    fields: ['stage', 'codes', 'texts'],
    reason: null,
    practice: false,
    assurance: 'substantial',
    via: 'session',
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const ms = (milliseconds: number): string => `${milliseconds.toFixed(2)} ms`

try {
  console.log((await withOwnSystem(measure)).join('\n'))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
