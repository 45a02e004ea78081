import {
  apiRole,
  eraserRole,
  erasureRole,
  logReaderRole,
  logSealerRole,
  ownerRole,
  rebuildRole,
  vaultRole,
  workerRole,
} from '@brobygger/database'
import { keysOwnerRole } from '@brobygger/keys'
import { beforeAll, describe, expect, it } from '@jest/globals'
import type pg from 'pg'
import { rolesOfParts, urlOf, withDatabase } from './support/databases.js'
import { Planting } from './support/planting.js'
import { RealCase } from './support/real-case.js'
import { running } from './support/municipality.js'

const everybody: readonly string[] = running

/** Every role that a part of the system connects as, with the administrations whose rows it may meet. */
const services: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    running.flatMap(code => [
      [workerRole(code), [code]],
      [vaultRole(code), [code]],
      [eraserRole(code), [code]],
    ]),
  ),
  [apiRole]: everybody,
  [logSealerRole]: everybody,
  [logReaderRole]: everybody,
}
/** Roles that log in for set-up and rebuild only. */
const operators = [ownerRole, keysOwnerRole]
const databases = ['brobygger', 'brobygger_keys']

/** The roles of each part of the system; a part that is not named has no connection to a database. */
const partRoles: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(running.map(code => [`worker-${code}`, [eraserRole(code), workerRole(code)]])),
  api: [apiRole, logReaderRole, ...running.map(vaultRole)].sort(),
  sealer: [logSealerRole],
}

const workers = running.map(workerRole)
const readByNobody = { why: 'names of changes of the schema', readers: [] }
/** Tables without an administration: why they need none, and who may read them. A new one has to be named here. */
const shared: Readonly<Record<string, { why: string; readers: readonly string[] }>> = {
  'brobygger.kysely_migration': readByNobody,
  'brobygger.kysely_migration_lock': readByNobody,
  'public.kysely_migration': readByNobody,
  'public.kysely_migration_lock': readByNobody,
  'brobygger.curve_codes': {
    why: 'codes with which families see their curve, as digests',
    readers: [apiRole],
  },
  'brobygger.staff': {
    why: 'colleagues and who stands in, nothing of a child',
    readers: [apiRole, ...workers],
  },
  'brobygger.institutions': { why: 'names and leaders, nothing of a child', readers: [apiRole, ...workers] },
  'brobygger.idempotency': { why: 'answers to commands sent twice, in codes', readers: [apiRole] },
  'brobygger.sessions': { why: 'who is logged in, as digests', readers: [apiRole] },
  'brobygger.breakers': {
    why: 'systems outside that do not answer, nothing of any case',
    readers: [apiRole, ...workers],
  },
  'brobygger.letter_callbacks': {
    why: 'ids of messages and what became of them, which lead to nobody',
    readers: [apiRole],
  },
  'brobygger.login_attempts': { why: 'who is on their way to be, as digests', readers: [apiRole] },
}
/** Functions that run as their owner, and why. */
const definers: Readonly<Record<string, string>> = {
  'brobygger.void_events':
    'takes events back that never came to be, and checks that the caller is of their administration',
  'brobygger.erase_log':
    'makes the log of a case anonymous: that one which an erasure of the caller’s administration names',
  'brobygger.note_erasure': 'keeps what a step of such an erasure found',
  'brobygger.end_erasure': 'destroys which case such an erasure was about',
}

/** Rows of another administration that may be met all the same: SQL of those that may not, of a table in the query. */
const crossing: Readonly<Record<string, string>> = {
  // What was shared by an offer. Its key is another matter: see what holds, below.
  'vault.texts': `not exists (select from vault.shares s where s.ref = t.ref and s.to_administration = any ($1))`,
  // Keyed hashes: every administration may ask whether a number is known, and learns in which case.
  'vault.person_numbers': 'false',
  // In which cases somebody has a protected address: what is hidden is hidden in every administration.
  'vault.protected_persons': 'false',
  // That what one was granted has been taken back.
  'keys.revocations': `not exists (select from keys.grants g where g.from_administration = t.administration
    and g.to_administration = any ($1) and (g.offer = t.subject or g.consent = t.subject))`,
}

const OURS = `nspname not like 'pg\\_%' and nspname <> 'information_schema'`
const ask = async <T extends pg.QueryResultRow>(
  database: string,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> =>
  withDatabase(await urlOf(database), async client => (await client.query<T>(sql, values)).rows)
const names = (rows: readonly { name: string }[]): string[] => rows.map(({ name }) => name).sort()

/** Columns that name an administration, of every table of a database. */
const ofTables = (database: string): Promise<{ name: string; columns: string[]; secured: boolean }[]> =>
  ask(
    database,
    `select nspname || '.' || relname as name, relrowsecurity and relforcerowsecurity as secured,
       array(select attname::text from pg_attribute where attrelid = c.oid and not attisdropped
         and attname in ('administration', 'from_administration', 'to_administration')) as columns
     from pg_class c join pg_namespace n on n.oid = relnamespace where relkind in ('r', 'p') and ${OURS} order by 1`,
  )

beforeAll(async () => {
  const one = await RealCase.raise(new Planting(), { mainCategory: 'violence', acute: true })
  await one.answer('notify', { identity: 'named', abuse: true, parentsTold: 'none' })
  await one.task('assess')
}, 60_000)

describe('the roles that parts of the system connect as', () => {
  it('are the services’, in every part; none is an owner or a superuser', async () => {
    expect(await rolesOfParts()).toEqual(partRoles)
    const connecting = [...new Set(Object.values(partRoles).flat())]
    expect(connecting.sort()).toEqual(Object.keys(services).sort())
  })

  it('are all that can log in, with those of the operators and the one that made the server', async () => {
    const rows = await ask<{ name: string }>(
      'postgres',
      `select rolname as name from pg_roles where rolcanlogin and oid <> 10`,
    )
    expect(names(rows)).toEqual([...Object.keys(services), ...operators].sort())
  })

  it('are no superusers, pass by no row security, and make no roles, databases or replicas', async () => {
    const rows = await ask<{ name: string }>(
      'postgres',
      `select rolname as name from pg_roles where rolname like 'bro\\_%'
         and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
    )
    expect(rows).toEqual([])
  })

  it('are members of no owner, of rebuild, or of a role of the server’s own, by no way round', async () => {
    const rows = await ask<{ name: string }>(
      'postgres',
      `select s.rolname || ' of ' || o.rolname as name from pg_roles s, pg_roles o
       where s.rolname = any ($1) and s.oid <> o.oid and pg_has_role(s.oid, o.oid, 'MEMBER')
         and (o.rolname = any ($2) or o.rolname like 'pg\\_%' or o.rolsuper)`,
      [Object.keys(services), [...operators, rebuildRole, erasureRole]],
    )
    expect(names(rows)).toEqual([])
  })
})

describe.each(databases)('in the database %s', database => {
  it('every table with an administration has row security, forced; every other is known', async () => {
    const tables = await ofTables(database)
    expect(tables.length).toBeGreaterThan(3)
    const bare = tables.filter(({ columns, secured }) => columns.length > 0 && !secured)
    expect(names(bare)).toEqual([])
    const unknown = tables.filter(
      ({ name, columns, secured }) => columns.length === 0 && !secured && shared[name] === undefined,
    )
    expect(names(unknown)).toEqual([])
  })

  it('a table without an administration is read by those whom it is for', async () => {
    const rows = await ask<{ name: string; readers: string[] }>(
      database,
      `select nspname || '.' || relname as name,
         array(select rolname::text from pg_roles where rolname = any ($1)
           and has_schema_privilege(rolname, n.oid, 'usage') and has_any_column_privilege(rolname, c.oid, 'select'))
           as readers
       from pg_class c join pg_namespace n on n.oid = relnamespace
       where relkind in ('r', 'p') and nspname || '.' || relname = any ($2)`,
      [Object.keys(services), Object.keys(shared)],
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { name, readers } of rows) {
      expect({ name, readers: readers.sort() }).toEqual({
        name,
        readers: [...(shared[name]?.readers ?? [])].sort(),
      })
    }
  })

  it('every view looks with the eyes of whoever asks', async () => {
    const rows = await ask<{ name: string }>(
      database,
      `select nspname || '.' || relname as name from pg_class join pg_namespace n on n.oid = relnamespace
       where relkind in ('v', 'm') and ${OURS}
         and not coalesce('security_invoker=true' = any (reloptions), false)`,
    )
    expect(names(rows)).toEqual([])
  })

  it('no function runs as its owner but those that are known, with a search path of their own', async () => {
    const rows = await ask<{ name: string; path: boolean; open: boolean }>(
      database,
      `select nspname || '.' || proname as name, coalesce(array_to_string(proconfig, ',') like '%search_path=%', false) as path,
         exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0) as open
       from pg_proc join pg_namespace n on n.oid = pronamespace where prosecdef and ${OURS}`,
    )
    expect(rows.filter(({ name }) => definers[name] === undefined)).toEqual([])
    expect(rows.filter(({ path, open }) => !path || open)).toEqual([])
  })

  it('nothing is granted to everybody, and no policy is for everybody', async () => {
    const rows = await ask<{ name: string }>(
      database,
      `select 'schema ' || nspname as name from pg_namespace n
         where ${OURS} and nspname <> 'public' and exists (select from aclexplode(nspacl) where grantee = 0)
       union all select 'create in public' where has_schema_privilege('public', 'public', 'create')
       union all select 'relation ' || nspname || '.' || relname from pg_class join pg_namespace n on n.oid = relnamespace
         where ${OURS} and exists (select from aclexplode(relacl) where grantee = 0)
       union all select 'database' from pg_database
         where datname = current_database() and exists (select from aclexplode(coalesce(datacl, acldefault('d', datdba))) where grantee = 0)
       union all select 'policy ' || polname || ' on ' || polrelid::regclass from pg_policy where 0 = any (polroles)`,
    )
    expect(names(rows)).toEqual([])
  })

  it('no service owns anything or may create anything', async () => {
    const rows = await ask<{ name: string }>(
      database,
      `select rolname || ' owns ' || oid::regclass as name from (
          select c.oid, rolname from pg_class c join pg_roles r on r.oid = relowner) owned where rolname = any ($1)
       union all select rolname || ' creates in ' || nspname from pg_roles, pg_namespace n
         where rolname = any ($1) and ${OURS} and has_schema_privilege(rolname, n.oid, 'create')
       union all select rolname || ' creates' from pg_roles
         where rolname = any ($1) and has_database_privilege(rolname, current_database(), 'create')`,
      [Object.keys(services)],
    )
    expect(names(rows)).toEqual([])
  })
})

describe.each(Object.keys(services))('%s, trying', role => {
  const allowed = services[role] ?? []

  it('becomes nobody else, and changes no policy, table or role', async () => {
    for (const database of databases) {
      const tables = await ofTables(database)
      await tryAs(role, database, async client => {
        const table = tables.find(({ columns }) => columns.length > 0)?.name ?? ''
        for (const statement of [
          ...[...operators, rebuildRole, erasureRole, 'postgres'].map(other => `set role ${other}`),
          'set session authorization postgres',
          `alter role ${role} bypassrls`,
          `alter table ${table} disable row level security`,
          `alter table ${table} no force row level security`,
          `create policy open on ${table} using (true)`,
          `truncate ${table}`,
          'create schema mine',
          `create table ${table.split('.')[0] ?? ''}.mine (x int)`,
          `copy (select 1) to program 'true'`,
          `set session_replication_role = replica`,
        ]) {
          const code = await refusal(client, statement)
          expect({ statement, code }).toEqual({ statement, code: '42501' })
        }
      })
    }
  })

  it('meets no row of another administration in any table, and none with row security switched off', async () => {
    const met = new Set<string>()
    for (const database of databases) {
      for (const { name, columns } of (await ofTables(database)).filter(table => table.columns.length > 0)) {
        await tryAs(role, database, async client => {
          const concerned = columns.map(column => `${column} = any ($1)`).join(' or ')
          const { rows } = await client
            .query<{ may: boolean }>(
              `select has_schema_privilege($1, 'usage') and has_table_privilege($2, 'select') as may`,
              [name.split('.')[0], name],
            )
            .catch(() => ({ rows: [{ may: false }] }))
          if (rows[0]?.may !== true) return
          const foreign = await client.query(
            `select from ${name} t where not coalesce(${concerned}, true) and ${crossing[name] ?? 'true'}`,
            [allowed],
          )
          expect({ name, foreign: foreign.rowCount }).toEqual({ name, foreign: 0 })
          const own = await client.query(`select from ${name} limit 1`)
          if (own.rowCount === 1) met.add(name)
          await client.query('set row_security = off')
          expect(await refusal(client, `select from ${name}`)).toBe('42501')
        })
      }
    }
    // That something was there to be seen: the case of the preparation has a part in both administrations.
    if (role.startsWith('bro_worker') || role === apiRole) expect([...met]).toContain('brobygger.tasks')
  })
})

describe.each(running)('a key that was granted to %s', code => {
  it.each([workerRole(code), vaultRole(code)])(
    'is seen by %s while the grant holds, and not after',
    async role => {
      const seen = await withDatabase(await urlOf('brobygger_keys', role), async client =>
        client.query<{ name: string }>('select id as name from keys.grant_keys'),
      )
      const holding = await ask<{ name: string }>(
        'brobygger_keys',
        'select id as name from keys.valid_grants where to_administration = $1',
        [code],
      )
      expect(names(holding)).toEqual(expect.arrayContaining(names(seen.rows)))
      expect(seen.rows.length > 0).toBe(holding.length > 0)
    },
  )
})

/** Connects as a role, when it may connect to the database at all. */
async function tryAs(
  role: string,
  database: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const [may] = await ask<{ may: boolean }>(
    database,
    `select has_database_privilege($1, current_database(), 'connect') as may`,
    [role],
  )
  if (may?.may !== true) return
  await withDatabase(await urlOf(database, role), work)
}

/** The code of the database's refusal, `null` when it did as it was told; leaves nothing behind. */
async function refusal(client: pg.Client, statement: string): Promise<string | null> {
  await client.query('begin')
  try {
    await client.query(statement)
    return null
  } catch (error) {
    return (error as pg.DatabaseError).code ?? 'unknown'
  } finally {
    await client.query('rollback')
  }
}
