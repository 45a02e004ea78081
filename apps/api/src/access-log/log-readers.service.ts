import { LogReader } from '@brobygger/access-log'
import type { Administration, Role } from '@brobygger/domain/codes'
import { localDate } from '@brobygger/domain/policy'
import { Injectable } from '@nestjs/common'
import { fieldProblem, Problem } from '../http/problem.js'
import { Reply } from '../http/reply.js'
import type { Person } from '../person/caller.js'
import { Staff } from '../person/staff.js'
import { csvOf } from './csv.js'
import type { ExportQuery, LogQuery, ReviewBody, SampleQuery } from './log-bodies.js'
import type { AccessExport, AccessPage } from './log-shapes.js'
import { instantsOf } from './period.js'
import { toldAccess } from './told-access.js'

const leaders: readonly Role[] = ['teamLeader', 'familyGroupLeader', 'familyHouseLeader']

/** Most lines of one export: years of a case. */
const MOST_EXPORTED = 10_000

/** The access log for those who may look into it: the data protection officer, and leaders a sample of their own. */
@Injectable()
export class LogReadersService {
  constructor(
    private readonly reader: LogReader,
    private readonly staff: Staff,
  ) {}

  async list(caller: Person, query: LogQuery): Promise<AccessPage> {
    mustBe(caller, ['dataProtectionOfficer'])
    const { limit, cursor, from, to, ...filters } = query
    const before = cursor === undefined ? undefined : Number(cursor)
    const found = await this.reader.list(
      { ...filters, ...instantsOf({ from, to }) },
      { before, limit: limit + 1 },
    )
    const items = found.slice(0, limit)
    const last = items.at(-1)
    return { items, next: found.length > limit && last !== undefined ? String(last.id) : null }
  }

  async sample(caller: Person, { from, to, size }: SampleQuery) {
    const administrations = mustBe(caller, leaders)
    if (to < from) throw fieldProblem('input-invalid', 'to')
    // Only a period that is over gives the same sample each time.
    if (to >= localDate(new Date().toISOString())) throw fieldProblem('period-not-over', 'to')
    const period = instantsOf({ from, to })
    const drawn = await this.reader.sample({
      from: period.from ?? from,
      to: period.to ?? to,
      administrations,
      size,
      reviewer: caller.id,
    })
    return { items: drawn }
  }

  async review(caller: Person, entry: number, { verdict }: ReviewBody) {
    mustBe(caller, leaders)
    const known = await this.reader.review({ entry, reviewer: caller.id, verdict })
    if (!known) throw new Problem('log-entry-unknown')
    return new Reply({ entry, verdict }, 201)
  }

  async export(caller: Person, query: ExportQuery, reason: string | undefined) {
    mustBe(caller, ['dataProtectionOfficer'])
    const names = query.names === true
    if (names && !isReason(reason)) throw fieldProblem('reason-missing', 'X-Brobygger-Reason')
    const lines = await this.reader.ofCase(query.case, MOST_EXPORTED + 1)
    const nameOf = (person: string) => this.staff.find(person)?.name ?? person
    const items = lines.slice(0, MOST_EXPORTED).map(line => toldAccess(line, names ? nameOf : undefined))
    if (query.format === 'csv') {
      return new Reply(csvOf(items, names), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${query.case}.csv"`,
      })
    }
    const answer: AccessExport = { case: query.case, items, complete: lines.length <= MOST_EXPORTED }
    return answer
  }
}

/** The administrations in which somebody holds one of the roles; refuses who holds none. */
function mustBe({ affiliations }: Person, roles: readonly Role[]): Administration[] {
  const held = affiliations.filter(({ role }) => roles.includes(role))
  if (held.length === 0) throw new Problem('access-denied')
  return [...new Set(held.map(({ administration }) => administration))]
}

/** A code: words would end up in the log. */
const isReason = (text: string | undefined): text is string =>
  text !== undefined && /^[a-z][A-Za-z0-9]{0,39}$/.test(text)
