import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Administration, Role, Unit } from '@brobygger/domain/codes'
import type { Institution } from '@brobygger/domain/organisation'
import type { Db } from '../connection/connect.js'

/** A member of staff with their one or two workplaces. */
export interface StaffRow {
  readonly id: string
  readonly name: string
  readonly deputy: string | null
  readonly leaveFrom: string | null
  readonly leaveTo: string | null
  readonly affiliations: readonly {
    readonly administration: Administration
    readonly unit: Unit
    readonly role: Role
    readonly institution: string | null
  }[]
}

/** A member of staff, or null. One round trip. */
export async function staffById(db: Db, args: { person: string }): Promise<StaffRow | null> {
  const row = await db
    .selectFrom('staff')
    .select(['id', 'name', 'deputy', 'leave_from as leaveFrom', 'leave_to as leaveTo'])
    .select(eb =>
      jsonArrayFrom(
        eb
          .selectFrom('staff_affiliations')
          .select(['administration', 'unit', 'role', 'institution'])
          .whereRef('staff_affiliations.person', '=', 'staff.id')
          .orderBy('n'),
      ).as('affiliations'),
    )
    .where('id', '=', args.person)
    .executeTakeFirst()
  return row ?? null
}

/** Every institution, by name. One round trip. */
export async function institutions(db: Db): Promise<Institution[]> {
  return await db
    .selectFrom('institutions')
    .select(['id', 'name', 'kind', 'district', 'cluster', 'leader', 'social_worker as socialWorker'])
    .orderBy('name')
    .orderBy('id')
    .execute()
}
