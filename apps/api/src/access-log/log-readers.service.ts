import { LogReader } from '@brobygger/access-log'
import { supervises, type Municipality } from '@brobygger/domain/organisation'
import { localDate } from '@brobygger/domain/policy'
import { Inject, Injectable } from '@nestjs/common'
import { fieldProblem, Problem } from '../http/problem.js'
import { Reply } from '../http/reply.js'
import type { Person } from '../person/caller.js'
import { Staff } from '../person/staff.js'
import { MUNICIPALITY } from '../tokens.js'
import { csvOf } from './csv.js'
import type { ExportQuery, LogQuery, ReviewBody, SampleQuery } from './log-bodies.js'
import type { AccessExport, AccessPage } from './log-shapes.js'
import { OperationWords } from './operation-words.js'
import { instantsOf } from './period.js'
import { toldAccess } from './told-access.js'

/** Most lines of one export: years of a case. */
const MOST_EXPORTED = 10_000

/** The access log for those who may look into it: the data protection officer, and leaders a sample of their own. */
@Injectable()
export class LogReadersService {
  constructor(
    private readonly reader: LogReader,
    private readonly staff: Staff,
    private readonly words: OperationWords,
    @Inject(MUNICIPALITY) private readonly municipality: Municipality,
  ) {}

  async list(query: LogQuery): Promise<AccessPage> {
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
    if (to < from) throw fieldProblem('input-invalid', 'to')
    // Only a period that is over gives the same sample each time.
    if (to >= localDate(new Date().toISOString())) throw fieldProblem('period-not-over', 'to')
    const period = instantsOf({ from, to })
    const drawn = await this.reader.sample({
      from: period.from ?? from,
      to: period.to ?? to,
      administrations: supervises(this.municipality, caller.id),
      size,
      reviewer: caller.id,
    })
    return { items: drawn }
  }

  async review(caller: Person, entry: number, { verdict }: ReviewBody) {
    const administrations = supervises(this.municipality, caller.id)
    const known = await this.reader.review({ entry, reviewer: caller.id, administrations, verdict })
    if (!known) throw new Problem('log-entry-unknown')
    return new Reply({ entry, verdict }, 201)
  }

  /** Whether the stated reason is one of the list has been seen to before. */
  async export(query: ExportQuery, reason: string | undefined) {
    const names = query.names === true
    if (names && reason === undefined) throw fieldProblem('reason-missing', 'X-Brobygger-Reason')
    const lines = await this.reader.ofCase(query.case, MOST_EXPORTED + 1)
    const nameOf = (person: string) => this.staff.find(person)?.name ?? person
    const items = lines
      .slice(0, MOST_EXPORTED)
      .map(line => toldAccess(line, this.words, names ? nameOf : undefined))
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
