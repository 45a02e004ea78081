import type { AccessVerdict, Administration } from '@brobygger/domain/codes'
import { accessLogError } from '../access-log-error.js'
import type { Queryable } from '../queryable.js'
import { ACCESS_COLUMNS, type LoggedAccess } from './logged-access.js'
import { mayReview, sample, type SampledAccess, type SampleRequest } from './sample.js'

/** Which lines are asked for; what is left out does not matter. */
export interface AccessFilters {
  readonly case?: string | undefined
  /** Who looked. */
  readonly person?: string | undefined
  readonly action?: string | undefined
  /** ISO instants: from this one, and before that one. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

const LIST = `
  select ${ACCESS_COLUMNS} from access_log.entries
  where ($1::text is null or cases @> array[$1]::access_log.id[]) and ($2::text is null or actor = $2)
    and ($3::text is null or action = $3) and ($4::timestamptz is null or at >= $4)
    and ($5::timestamptz is null or at < $5) and ($6::bigint is null or id < $6)
  order by id desc limit $7`

const OF_CASE = `
  select ${ACCESS_COLUMNS} from access_log.entries
  where cases @> array[$1]::access_log.id[] and outcome = 'allowed' order by id limit $2`

/** Reads the log, as the role that may. Every method throws AccessLogError. */
export class LogReader {
  private readonly db: Queryable

  constructor(options: { db: Queryable }) {
    this.db = options.db
  }

  /** Lines that fit, the latest first; after `before`, the number of a line, when a page goes on. */
  async list(
    filters: AccessFilters,
    page: { before?: number | undefined; limit: number },
  ): Promise<LoggedAccess[]> {
    const { person, action, from, to } = filters
    const values = [filters.case, person, action, from, to, page.before, page.limit]
    return await this.rows<LoggedAccess>(
      LIST,
      values.map(value => value ?? null),
    )
  }

  /** Who saw, changed or disclosed a case, oldest first; refused attempts saw nothing and are left out. */
  async ofCase(caseId: string, most: number): Promise<LoggedAccess[]> {
    return await this.rows<LoggedAccess>(OF_CASE, [caseId, most])
  }

  async sample(request: SampleRequest): Promise<SampledAccess[]> {
    return await sample(this.quiet, request)
  }

  /** Notes what a leader says of a line. Says false when no sample of theirs could hold such a line. */
  async review(review: {
    entry: number
    reviewer: string
    administrations: readonly Administration[]
    verdict: AccessVerdict
  }): Promise<boolean> {
    const { entry, reviewer, administrations, verdict } = review
    const known = await this.rows(
      `select from access_log.entries where id = $1 and ${mayReview({ reviewer: '$2', administrations: '$3' })}`,
      [entry, reviewer, administrations],
    )
    if (known.length === 0) return false
    await this.rows('insert into access_log.reviews (entry, reviewer, verdict) values ($1, $2, $3)', [
      entry,
      reviewer,
      verdict,
    ])
    return true
  }

  private readonly quiet: Queryable = {
    query: async (text, values) => {
      try {
        return await this.db.query(text, values)
      } catch (error) {
        throw accessLogError(error)
      }
    },
  }

  private async rows<T>(text: string, values: unknown[]): Promise<T[]> {
    return (await this.quiet.query(text, values)).rows as T[]
  }
}
