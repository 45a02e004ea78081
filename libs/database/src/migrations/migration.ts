import { sql, type Kysely } from 'kysely'

/** A change of the schema, made once and never edited afterwards. */
export interface SchemaChange {
  readonly name: string
  /** Whether it belongs to the read model, and is made in a rebuilt schema too. */
  readonly readModel: boolean
  /** The statements for a schema of this name. */
  readonly statements: (schema: string) => string
}

/** Runs the statements of a change. */
export async function run(db: Kysely<unknown>, statements: string): Promise<void> {
  await sql.raw(statements).execute(db)
}
