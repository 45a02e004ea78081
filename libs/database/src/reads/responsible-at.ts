import type { Administration, Unit } from '@brobygger/domain/codes'
import { sql } from 'kysely'
import type { Db } from '../connection/connect.js'
import type { ResponsibilitiesTable } from '../tables/cases.js'
import type { Instant } from '../tables/owner.js'

/** Who was responsible for a case, from when until when. */
export interface Responsibility {
  readonly administration: Administration
  readonly unit: Unit
  /** Null where the unit is, and nobody in it by name. */
  readonly person: string | null
  readonly basis: ResponsibilitiesTable['basis']
  readonly from: Instant
  /** The moment the next one took over or the case closed; null while it lasts. */
  readonly to: Instant | null
}

interface Row extends Omit<Responsibility, 'administration' | 'unit'> {
  readonly administration: Administration | null
  readonly unit: Unit | null
}

/**
 * Everyone who was responsible for a case, in order; the intervals touch and never overlap, and none covers the time
 * after a closing. One round trip.
 */
export async function responsibilitiesOfCase(db: Db, args: { caseId: string }): Promise<Responsibility[]> {
  const { rows } = await sql<Row>`
    select holder_administration as administration, unit, person, basis, from_at as "from",
      lead(from_at) over (order by from_at, seq) as "to"
    from brobygger.responsibilities where case_id = ${args.caseId} order by from_at, seq
  `.execute(db)
  return rows.filter(held)
}

/**
 * The one who was responsible for a case at a moment, or null before it was raised and while it was closed.
 * A moment of transfer belongs to the one who takes over. One round trip.
 */
export async function responsibleAt(
  db: Db,
  args: { caseId: string; at: Instant },
): Promise<Responsibility | null> {
  const at = Date.parse(args.at)
  const all = await responsibilitiesOfCase(db, args)
  return (
    all.findLast(one => Date.parse(one.from) <= at && (one.to === null || at < Date.parse(one.to))) ?? null
  )
}

const held = (row: Row): row is Responsibility => row.administration !== null && row.unit !== null
