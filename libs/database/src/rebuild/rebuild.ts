import type { CaseEvent } from '@brobygger/domain/events'
import { sql, type Kysely } from 'kysely'
import { migrate } from '../migrations/migrate.js'
import { mainSchema, schemaName } from '../migrations/names.js'
import { mergeChanges } from '../project/merge-changes.js'
import { project } from '../project/project.js'
import { rebuildRole } from '../setup/roles.js'
import { withOwner } from './with-owner.js'

/** Events read and applied at a time. */
const PAGE = 1_000

/** The schema to rebuild into has tables already. */
export class SchemaNotEmpty extends Error {
  override readonly name = 'SchemaNotEmpty'
  readonly code = 'schema-not-empty'
  constructor() {
    super('The schema to rebuild into has tables already')
  }
}

/**
 * Makes the read model anew from the event log, in a schema of its own. Events recorded meanwhile may be missing from
 * it, so stop workers and API first where it has to be complete.
 * @param args.ownerUrl address of the database as its owner
 * @param args.schema does not exist yet, or is empty
 * @returns the number of events it was made from
 * @throws SchemaNotEmpty, DatabaseError
 */
export async function rebuild(args: { ownerUrl: string; schema: string }): Promise<{ events: number }> {
  const schema = schemaName(args.schema)
  return await withOwner(args.ownerUrl, async db => {
    await refuseUsed(db, schema)
    await migrate({ db, schema })
    await sql`set role ${sql.ref(rebuildRole)}`.execute(db)
    return { events: await replay(db, schema) }
  })
}

async function refuseUsed(db: Kysely<unknown>, schema: string): Promise<void> {
  const { rows } = await sql`select from pg_tables where schemaname = ${schema} limit 1`.execute(db)
  if (rows.length > 0) throw new SchemaNotEmpty()
}

async function replay(db: Kysely<unknown>, schema: string): Promise<number> {
  let [events, position] = [0, 0]
  for (;;) {
    const page = await pageAfter(db, position)
    const last = page.at(-1)
    if (last === undefined) return events
    const changes = mergeChanges(page.flatMap(project))
    await sql`select ${sql.ref(schema)}.apply_changes(${JSON.stringify(changes)})`.execute(db)
    events += page.length
    position = last.position
  }
}

async function pageAfter(
  db: Kysely<unknown>,
  position: number,
): Promise<(CaseEvent & { position: number })[]> {
  const { rows } = await sql<CaseEvent & { position: number }>`
    select position, process, seq, case_id as "caseId", administration, practice, at, "by", body
    from ${sql.ref(mainSchema)}.events where position > ${position} order by position limit ${PAGE}
  `.execute(db)
  return rows
}
