import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { repositoryFolder } from '@brobygger/config'
import { databaseName } from '@brobygger/database'
import pg from 'pg'

/** A line of the access log. */
export interface LoggedAccess {
  readonly actor: string | null
  readonly action: string
  readonly outcome: string
  readonly refusal: string | null
  readonly cases: string[]
  readonly process: string | null
  readonly roles: string[]
  readonly basis: string
  readonly purpose: string
  readonly fields: string[]
  readonly via: string
}

/** Does something with the system's database, as the superuser. */
export async function asSuperuser<T>(adminUrl: string, work: (db: pg.Client) => Promise<T>): Promise<T> {
  const url = new URL(adminUrl)
  url.pathname = `/${databaseName}`
  const db = new pg.Client({ connectionString: url.href })
  await db.connect()
  try {
    return await work(db)
  } finally {
    await db.end()
  }
}

/** What the access log of the system under test says of a case, oldest first. */
export function accessesTo(
  caseId: string,
  adminUrl = process.env['BRO_TEST_ADMIN_URL'] ?? '',
): Promise<LoggedAccess[]> {
  return asSuperuser(adminUrl, async db => {
    const { rows } = await db.query<LoggedAccess>(
      `select actor, action, outcome, refusal, cases::text[], process, roles::text[], basis, purpose, fields::text[], via
        from access_log.entries where $1 = any (cases) order by id`,
      [caseId],
    )
    return rows
  })
}

/** Waits until every line that was there at the call is sealed; fails after half a minute. */
export async function allSealed(adminUrl = process.env['BRO_TEST_ADMIN_URL'] ?? ''): Promise<void> {
  await asSuperuser(adminUrl, async db => {
    const { rows } = await db.query<{ txid: string }>(
      'select max(txid)::text as txid from access_log.entries',
    )
    for (const end = Date.now() + 30_000; Date.now() < end; await sleep(200)) {
      const sealed = await db.query(
        'select from access_log.blocks where to_txid > coalesce($1::text, (0)::text)::xid8 limit 1',
        [rows[0]?.txid ?? null],
      )
      if (sealed.rowCount === 1) return
    }
    throw new Error('the sealer is behind')
  })
}

/** `npm run audit:verify`, or another command of the audit, on a system's folder: its exit code, and what it printed. */
export function auditVerify(
  dataDir: string,
  command: 'audit-verify' | 'audit-prune' = 'audit-verify',
): Promise<{ code: number; printed: string }> {
  const script = join(repositoryFolder, 'tools', 'dist', `${command}.js`)
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDir }
  return new Promise(resolve => {
    const child = execFile(process.execPath, [script], { env }, (_, printed) => {
      resolve({ code: child.exitCode ?? -1, printed })
    })
  })
}
