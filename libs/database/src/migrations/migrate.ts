import { Migrator, type Kysely, type Migration } from 'kysely'
import { readModel } from './0001-read-model.js'
import { applyChanges } from './0002-apply-changes.js'
import { eventLog } from './0003-event-log.js'
import { organisation } from './0004-organisation.js'
import { vault } from './0005-vault.js'
import { restating } from './0006-restate.js'
import { anyProcess } from './0007-any-process.js'
import { familyHouse } from './0008-family-house.js'
import { bulkHandOver } from './0009-bulk-hand-over.js'
import { visits } from './0010-visits.js'
import { accessLog } from './0011-access-log.js'
import { vaultKeys } from './0012-vault-keys.js'
import { personsAndBases } from './0013-persons-and-bases.js'
import { accessRequests } from './0014-rights.js'
import { sessions } from './0017-sessions.js'
import { restricted } from './0016-restricted.js'
import { voidEventsClosed } from './0018-void-events.js'
import { erasure } from './0019-erasure.js'
import { staffAffiliationsSecured } from './0020-staff-affiliations.js'
import { healthAndEmployment } from './0021-health-and-employment.js'
import { accessReviews } from './0022-access-reviews.js'
import { logRetention } from './0022-log-retention.js'
import { breakers } from './0023-breakers.js'
import { delivery } from './0023-delivery.js'
import { registryEvents } from './0024-registry-events.js'
import { letterLife } from './0025-letter-life.js'
import { personLookUps } from './0026-person-look-ups.js'
import { protectedPersons } from './0027-protected-persons.js'
import { systemsOutside } from './0028-systems-outside.js'
import { journalNumbers } from './0029-journal-numbers.js'
import { lettersOnPaper } from './0032-letters-on-paper.js'
import { schoolAbsence } from './0030-school-absence.js'
import { run, type SchemaChange } from './migration.js'
import { mainSchema, schemaName } from './names.js'

/** Every change of the schema, oldest first. */
const schemaChanges: readonly SchemaChange[] = [
  readModel,
  applyChanges,
  eventLog,
  organisation,
  vault,
  restating,
  anyProcess,
  familyHouse,
  bulkHandOver,
  visits,
  accessLog,
  vaultKeys,
  personsAndBases,
  accessRequests,
  sessions,
  restricted,
  voidEventsClosed,
  erasure,
  staffAffiliationsSecured,
  healthAndEmployment,
  accessReviews,
  logRetention,
  delivery,
  breakers,
  registryEvents,
  letterLife,
  personLookUps,
  protectedPersons,
  systemsOutside,
  journalNumbers,
  lettersOnPaper,
  schoolAbsence,
]

/**
 * Brings a schema up to date; what is there already is left alone. Schemas other than the main one get the read
 * model only.
 * @param args.db connected as the owner
 * @throws the database's error when a statement fails; the whole change is then undone
 */
export async function migrate(args: { db: Kysely<unknown>; schema: string }): Promise<void> {
  const schema = schemaName(args.schema)
  const migrator = new Migrator({
    db: args.db,
    migrationTableSchema: schema,
    // Changes of one release may reach an installation in any order.
    allowUnorderedMigrations: true,
    provider: { getMigrations: () => Promise.resolve(migrationsOf(schema)) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error instanceof Error ? error : new Error('The schema could not be changed')
}

function migrationsOf(schema: string): Record<string, Migration> {
  const wanted = schemaChanges.filter(change => schema === mainSchema || change.readModel)
  return Object.fromEntries(
    wanted.map(({ name, statements }) => [name, { up: db => run(db, statements(schema)) }]),
  )
}
