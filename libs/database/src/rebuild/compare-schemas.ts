import { sql } from 'kysely'
import { schemaName } from '../migrations/names.js'
import { rebuildRole } from '../setup/roles.js'
import { readModelTables, type ReadModelTable } from '../tables/database.js'
import { withOwner } from './with-owner.js'

/** How two read models differ in one table. */
export interface TableDifference {
  readonly table: ReadModelTable
  /** Rows that only the first has, in this very form. */
  readonly onlyInFirst: number
  /** Rows that only the second has, in this very form. */
  readonly onlyInSecond: number
}

/**
 * The tables in which two read models differ; none when they are equal.
 * @param args.ownerUrl address of the database as its owner
 * @throws DatabaseError
 */
export async function compareSchemas(args: {
  ownerUrl: string
  first: string
  second: string
}): Promise<TableDifference[]> {
  const [first, second] = [schemaName(args.first), schemaName(args.second)]
  return await withOwner(args.ownerUrl, async db => {
    await sql`set role ${sql.ref(rebuildRole)}`.execute(db)
    const counts = readModelTables.map(
      table => sql`select ${table} as "table", ${only(table, first, second)} as "onlyInFirst",
        ${only(table, second, first)} as "onlyInSecond"`,
    )
    // One statement, so that every table is seen at the same moment.
    const { rows } = await sql<TableDifference>`${sql.join(counts, sql` union all `)}`.execute(db)
    return rows.filter(row => row.onlyInFirst > 0 || row.onlyInSecond > 0)
  })
}

const only = (table: string, here: string, there: string) => sql`(select count(*)::int from (
  select * from ${sql.table(`${here}.${table}`)} except all select * from ${sql.table(`${there}.${table}`)}) as rest)`
