import type { NotedAbsence, QuarterAbsence } from '@brobygger/domain/absence'
import type { AbsenceKind, AbsencePart, Administration } from '@brobygger/domain/codes'
import { sql } from 'kysely'
import type { Db } from '../connection/connect.js'

/** A line as it is counted: of whom is left out. */
export interface SeenAbsence {
  readonly institution: string
  /** Local date. */
  readonly on: string
}

/** A line about the child of a case. */
export interface KeptAbsence {
  readonly caseId: string
  /** The child's row in the vault. */
  readonly person: string
  readonly line: string
  readonly version: number
  readonly on: string
  /** Null when the school withdraws the line. */
  readonly kind: AbsenceKind | null
  readonly part: AbsencePart
  readonly position: number
}

/** What a process has not heard of yet. */
export interface AbsenceToTell {
  readonly process: string
  readonly caseId: string
  readonly person: string
  readonly position: number
  /** Every line that is kept; `kind` is null where the school has withdrawn it. */
  readonly noted: readonly (Omit<NotedAbsence, 'kind'> & { readonly kind: AbsenceKind | null })[]
  /** What it was told last; null when nothing. */
  readonly told: readonly QuarterAbsence[] | null
}

/**
 * Processes of running cases that may know of the child's absence: by a consent in force to early help that covers
 * school and absence, or by the duty to notify as long as its review has not taken it away.
 */
const knowing = (administration: Administration) => sql`
  select process.id as process, process.case_id
  from brobygger.processes as process
  where process.administration = ${administration} and process.kind = 'concern'
    and process.status = 'open' and not process.practice
    and (
      exists (
        select from brobygger.consents as consent
        where consent.case_id = process.case_id and consent.to_unit = 'early-help'
          and consent.status in ('given', 'partial') and consent.flagged is null
          and 'schoolAndAbsence' = any(consent.covered_kinds)
      ) or exists (
        select from brobygger.bases as basis
        where basis.case_id = process.case_id and basis.kind = 'duty' and basis.upheld is distinct from false
      )
    )`

/** Up to where the feed has been taken in; 0 before the first line. One round trip. */
export async function absencePosition(db: Db, administration: Administration): Promise<number> {
  const row = await db
    .selectFrom('absence_feed')
    .where('administration', '=', administration)
    .select('position')
    .executeTakeFirst()
  return row?.position ?? 0
}

/**
 * Takes a page of the feed in, in one statement: every line is counted, those about the child of a case that may know
 * are kept in their newest version, and the position moves. A page that has been taken in already changes nothing.
 */
export async function takeAbsence(
  db: Db,
  page: {
    administration: Administration
    /** Positions before and after the page. */
    from: number
    to: number
    seen: readonly SeenAbsence[]
    kept: readonly KeptAbsence[]
  },
): Promise<void> {
  const { administration, from, to, seen, kept } = page
  await sql`
    with moved as (
      insert into brobygger.absence_feed as feed (administration, position) values (${administration}, ${to})
      on conflict (administration) do update set position = excluded.position where feed.position = ${from}
      returning 1
    ), counted as (
      insert into brobygger.absence_seen as held (administration, institution, on_date, lines)
      select ${administration}, institution, on_date, count(*)
      from unnest(${seen.map(({ institution }) => institution)}::text[], ${seen.map(({ on }) => on)}::date[])
        as line (institution, on_date)
      where exists (select from moved)
      group by institution, on_date
      on conflict (administration, institution, on_date) do update set lines = held.lines + excluded.lines
    )
    insert into brobygger.absence_lines as held
      (administration, case_id, line, version, person, on_date, kind, part, position)
    select distinct on (case_id, line)
      ${administration}, case_id, line, version, person, on_date, kind, part, position
    from unnest(
      ${kept.map(({ caseId }) => caseId)}::text[], ${kept.map(({ line }) => line)}::text[],
      ${kept.map(({ version }) => version)}::int[], ${kept.map(({ person }) => person)}::text[],
      ${kept.map(({ on }) => on)}::date[], ${kept.map(({ kind }) => kind)}::text[],
      ${kept.map(({ part }) => part)}::text[], ${kept.map(({ position }) => position)}::bigint[]
    ) as line (case_id, line, version, person, on_date, kind, part, position)
    where exists (select from moved)
      and case_id in (select case_id from (${knowing(administration)}) as known)
    order by case_id, line, version desc, position
    on conflict (administration, case_id, line) do update set
      version = excluded.version, person = excluded.person, on_date = excluded.on_date, kind = excluded.kind,
      part = excluded.part, position = excluded.position
    where held.version < excluded.version
  `.execute(db)
}

/** What processes have still to hear of. One round trip. */
export async function absenceToTell(db: Db, administration: Administration): Promise<AbsenceToTell[]> {
  const { rows } = await sql<AbsenceToTell>`
    select known.process, known.case_id as "caseId", lines.person, lines.position, lines.noted, told.quarters as told
    from (${knowing(administration)}) as known
    join lateral (
      select max(person) as person, max(position) as position,
        jsonb_agg(jsonb_build_object('on', on_date, 'kind', kind, 'part', part) order by on_date, line) as noted
      from brobygger.absence_lines where administration = ${administration} and case_id = known.case_id
    ) as lines on lines.position is not null
    left join brobygger.absence_told as told
      on told.administration = ${administration} and told.process = known.process
    where lines.position > coalesce(told.position, 0)
    order by known.process
  `.execute(db)
  return rows
}

/** Processes have heard of it. Can be repeated. One round trip. */
export async function absenceTold(
  db: Db,
  {
    administration,
    told,
  }: {
    administration: Administration
    told: readonly {
      readonly process: string
      readonly caseId: string
      readonly position: number
      readonly quarters: readonly QuarterAbsence[]
    }[]
  },
): Promise<void> {
  await sql`
    insert into brobygger.absence_told (administration, process, case_id, position, quarters)
    select ${administration}, process, case_id, position, quarters
    from unnest(
      ${told.map(({ process }) => process)}::text[], ${told.map(({ caseId }) => caseId)}::text[],
      ${told.map(({ position }) => position)}::bigint[],
      ${told.map(({ quarters }) => JSON.stringify(quarters))}::jsonb[]
    ) as now_told (process, case_id, position, quarters)
    on conflict (administration, process) do update set
      position = excluded.position, quarters = excluded.quarters
  `.execute(db)
}

/**
 * Forgets what is older than a local date, and everything of cases that have ended or may not know it any more. One
 * statement.
 */
export async function forgetAbsence(
  db: Db,
  { administration, before }: { administration: Administration; before: string },
): Promise<void> {
  await sql`
    with known as (${knowing(administration)}),
    gone as (
      delete from brobygger.absence_lines where administration = ${administration}
        and (on_date < ${before}::date or case_id not in (select case_id from known))
    ), untold as (
      delete from brobygger.absence_told where administration = ${administration}
        and process not in (select process from known)
    )
    delete from brobygger.absence_seen where administration = ${administration} and on_date < ${before}::date
  `.execute(db)
}

/** Forgets everything of a case. */
export async function forgetAbsenceOf(
  db: Db,
  { administration, caseId }: { administration: Administration; caseId: string },
): Promise<void> {
  await sql`
    with gone as (
      delete from brobygger.absence_lines where administration = ${administration} and case_id = ${caseId}
    )
    delete from brobygger.absence_told where administration = ${administration} and case_id = ${caseId}
  `.execute(db)
}
