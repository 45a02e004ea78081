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
