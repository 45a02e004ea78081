import type { Municipality } from '@brobygger/domain/organisation'
import pg from 'pg'
import { kyselyOf } from '../connection/connect.js'
import { mainSchema } from '../migrations/names.js'
import type { Database } from '../tables/database.js'

/**
 * Makes staff and institutions what the municipality's file says; who is not in it any more is removed.
 * @param args.ownerUrl address of the database as its owner
 * @throws DatabaseError
 */
export async function loadMunicipality(args: {
  ownerUrl: string
  municipality: Municipality
}): Promise<void> {
  const { staff, institutions } = args.municipality
  const pool = new pg.Pool({ connectionString: args.ownerUrl, max: 1 })
  try {
    await kyselyOf<Database>(pool)
      .withSchema(mainSchema)
      .transaction()
      .execute(async db => {
        await db.deleteFrom('staff').execute()
        await db.deleteFrom('institutions').execute()
        await db.insertInto('staff').values(staff.map(staffRow)).execute()
        await db.insertInto('staff_affiliations').values(staff.flatMap(affiliationRows)).execute()
        await db.insertInto('institutions').values(institutions.map(institutionRow)).execute()
      })
  } finally {
    await pool.end()
  }
}

type Staff = Municipality['staff'][number]

const staffRow = ({ id, name, deputy, leave }: Staff) => ({
  id,
  name,
  deputy: deputy ?? null,
  leave_from: leave?.from ?? null,
  leave_to: leave?.to ?? null,
})

const affiliationRows = ({ id, affiliations }: Staff) =>
  affiliations.map(({ administration, unit, role, institution }, index) => ({
    person: id,
    n: index + 1,
    administration,
    unit,
    role,
    institution: institution ?? null,
  }))

const institutionRow = ({ socialWorker, closedOn: _, ...row }: Municipality['institutions'][number]) => ({
  ...row,
  social_worker: socialWorker,
})
