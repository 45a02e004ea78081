import { randomBytes } from 'node:crypto'
import type { Administration } from '@brobygger/domain/codes'
import type { ErasureCounts } from '@brobygger/domain/messages'
import { sql } from 'kysely'
import type { Db } from '../connection/connect.js'

/** An erasure with the case it is about; `caseId` is null once it is done. */
export interface Erasure {
  readonly process: string
  readonly administration: Administration
  readonly practice: boolean
  readonly caseId: string | null
  /** What each step found, by step. */
  readonly counts: Readonly<Record<string, ErasureCounts>>
}

/**
 * Notes which case an erasure is about. A case that is being erased already in this administration keeps its first
 * erasure, whose process is given back.
 */
export async function openErasure(
  db: Db,
  of: { process: string; administration: Administration; practice: boolean; caseId: string },
): Promise<string> {
  const { process, administration, practice, caseId } = of
  await db
    .insertInto('erasures')
    .values({ process, administration, practice, case_id: caseId, reference: newReference() })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const { process: held } = await db
    .selectFrom('erasures')
    .select('process')
    .where('case_id', '=', caseId)
    .where('administration', '=', administration)
    .executeTakeFirstOrThrow()
  return held
}

/** The erasure of a process; null when there is none. */
export async function erasureOf(db: Db, args: { process: string }): Promise<Erasure | null> {
  const row = await db
    .selectFrom('erasures')
    .select(['process', 'administration', 'practice', 'case_id as caseId', 'counts'])
    .where('process', '=', args.process)
    .executeTakeFirst()
  return row ?? null
}

interface Place {
  readonly administration: Administration
  readonly caseId: string
}

/** How many offers of a case were accepted in an administration: each is a case in its own case system, too. */
export async function acceptedHere(db: Db, { administration, caseId }: Place): Promise<number> {
  const { accepted } = await db
    .selectFrom('handovers')
    .select(eb => eb.fn.countAll<number>().as('accepted'))
    .where('case_id', '=', caseId)
    .where('administration', '=', administration)
    .where('direction', '=', 'received')
    .where('contract', '=', 'referral')
    .where('status', '=', 'accepted')
    .executeTakeFirstOrThrow()
  return accepted
}

/** Whether the child of a case was identified in an administration, and whether the national case index has the case. */
export async function knownToIndex(
  db: Db,
  { administration, caseId }: Place,
): Promise<{ isIdentified: boolean; isIndexed: boolean }> {
  const events = await db
    .selectFrom('events')
    .select(['type', sql<string | null>`body ->> 'status'`.as('status')])
    .where('case_id', '=', caseId)
    .where('administration', '=', administration)
    .where('type', 'in', ['identified', 'caseIndexed'])
    .orderBy('position')
    .execute()
  const last = events.findLast(({ type }) => type === 'caseIndexed')?.status ?? 'removed'
  return { isIdentified: events.some(({ type }) => type === 'identified'), isIndexed: last !== 'removed' }
}

/** How much the vault has of a case. */
export async function heldInVault(
  db: Db,
  { administration, caseId }: Place,
): Promise<{ texts: number; drafts: number; persons: number }> {
  const count = (table: string) => sql`(select count(*)::int from ${sql.table(`vault.${table}`)}
    where administration = ${administration} and case_id = ${caseId})`
  const { rows } = await sql<{ texts: number; drafts: number; persons: number }>`
    select ${count('texts')} as texts, ${count('drafts')} as drafts, ${count('persons')} as persons
  `.execute(db)
  return rows[0] ?? { texts: 0, drafts: 0, persons: 0 }
}

/** Shaped unlike any case's code, and unlike anything that could be derived from one. */
function newReference(): string {
  const digits = '0123456789abcdefghjkmnpqrstvwxyz'
  return `x_${Array.from(randomBytes(26), byte => digits.charAt(byte & 31)).join('')}`
}
