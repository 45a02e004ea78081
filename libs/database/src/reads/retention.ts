import type { Administration } from '@brobygger/domain/codes'
import type { RetentionItem } from '@brobygger/domain/messages'
import { sql } from 'kysely'
import type { Db } from '../connection/connect.js'
import type { LocalDate } from '../tables/owner.js'

/** For each rule the day up to which a case that ended is over time. */
export interface EndedBefore {
  readonly 'retention-advice': LocalDate
  readonly 'retention-counselling': LocalDate
  readonly 'retention-authority': LocalDate
}

/** Most cases of one month's list: what is left comes with the next. */
const MOST = 500

/**
 * Cases that ended in this administration long enough ago: every process of it closed, and nothing decided that keeps
 * them. In children and youth by how far the child was known; where there was a case with the authority, by that.
 */
export async function pastRetention(
  db: Db,
  args: { administration: Administration; practice: boolean; on: LocalDate; endedBefore: EndedBefore },
): Promise<RetentionItem[]> {
  const { administration, practice, on, endedBefore } = args
  const { rows } = await sql<RetentionItem>`
    with ended as (
      select processes.case_id, (max(ended_at) at time zone 'Europe/Copenhagen')::date as ended_on,
        case
          when bool_or(kind in ('referral', 'notification', 'familyHouseCourse'))
            or bool_or(cases.identified_degree is not null) then 'retention-authority'
          when bool_or(cases.counselled_at is not null) then 'retention-counselling'
          else 'retention-advice'
        end as rule
      from brobygger.processes left join brobygger.cases on cases.id = processes.case_id
        and cases.administration = processes.administration
      where processes.administration = ${administration} and processes.practice = ${practice}
      group by processes.case_id
      having bool_and(processes.status = 'closed')
        and bool_or(kind in ('concern', 'referral', 'notification', 'familyHouseCourse'))
    )
    select case_id as case, ended_on as "endedOn", rule from ended
    where ended_on <= case rule
        when 'retention-advice' then ${endedBefore['retention-advice']}::date
        when 'retention-counselling' then ${endedBefore['retention-counselling']}::date
        else ${endedBefore['retention-authority']}::date
      end
      and not exists (
        select from brobygger.retention_items as item
        join brobygger.processes as list on list.id = item.process
        where item.item = ended.case_id and item.administration = ${administration}
          and (item.decision = 'archive' or item.next_on > ${on}::date or list.status = 'open'))
      and not exists (
        select from brobygger.erasures where erasures.case_id = ended.case_id
          and erasures.administration = ${administration})
    order by ended_on, case_id
    limit ${MOST}
  `.execute(db)
  return rows
}
