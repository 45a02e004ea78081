import type { AccessSign, AccessVerdict, Administration } from '@brobygger/domain/codes'
import type { Queryable } from '../queryable.js'
import { ACCESS_COLUMNS, type LoggedAccess } from './logged-access.js'
import { MANY_CASES, SIGNS_OF_LINE, WEIGHT_OF_LINE } from './signs.js'

/** A line that was drawn, why it deserves a look, and what has been said of it. */
export interface SampledAccess extends LoggedAccess {
  readonly signs: readonly AccessSign[]
  readonly reviews: readonly {
    readonly reviewer: string
    readonly verdict: AccessVerdict
    readonly at: string
  }[]
}

export interface SampleRequest {
  /** ISO instants: from this one, and before that one. A period that is over gives the same sample every time. */
  readonly from: string
  readonly to: string
  readonly administrations: readonly Administration[]
  /** Most lines. */
  readonly size: number
  /** Whoever looks: nobody reviews what they did themselves. */
  readonly reviewer: string
}

/** SQL of the lines that a leader may look at: real ones of their administrations, by somebody else who is known. */
export const mayReview = (parameter: { reviewer: string; administrations: string }): string =>
  `not practice and actor is not null and actor <> ${parameter.reviewer}
      and (administration is null or administration = any (${parameter.administrations}::text[]))`

// Drawn without replacement by weight (Efraimidis and Spirakis): the smallest of -ln(u) / weight, where u follows from
// the period and the line alone. Nobody can foresee it without the line's number, and everybody can repeat it.
const SAMPLE = `
  with lines as (
    select *, date_trunc('hour', at) as hour from access_log.entries
    where at >= $1::timestamptz and at < $2::timestamptz
      and ${mayReview({ reviewer: '$5', administrations: '$3' })}
  ), busy as (
    select actor as who, hour as during from lines where cardinality(cases) = 1
    group by actor, hour having count(distinct cases) >= ${MANY_CASES}
  ), marked as (
    select lines.*, who is not null as busy from lines left join busy on who = actor and during = hour
  ), drawn as (
    select marked.*, ${SIGNS_OF_LINE} as signs,
      -ln((('x' || substr(md5($6::text || id::text), 1, 13))::bit(52)::bigint + 1) / 4503599627370497.0)
        / (${WEIGHT_OF_LINE}) as place
    from marked order by place limit $4
  )
  select ${ACCESS_COLUMNS}, signs, (
    select coalesce(json_agg(json_build_object('reviewer', reviewer, 'verdict', verdict, 'at', review.at)
      order by review.id), '[]') from access_log.reviews as review where review.entry = drawn.id) as reviews
  from drawn order by place`

/** A random sample of a period's lines, weighted towards what deserves a look. The same request gives the same lines. */
export async function sample(db: Queryable, request: SampleRequest): Promise<SampledAccess[]> {
  const { from, to, administrations, size, reviewer } = request
  return (await db.query(SAMPLE, [from, to, administrations, size, reviewer, `${from}/${to}/`]))
    .rows as SampledAccess[]
}
