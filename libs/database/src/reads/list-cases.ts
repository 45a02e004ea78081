import type { Administration, Category, IdentityDegree, Unit } from '@brobygger/domain/codes'
import { sql } from 'kysely'
import type { Db } from '../connection/connect.js'
import { caseColumns, type CaseSummary } from './case-columns.js'
import { instantAndId, pageOf, type Page, type PageRequest } from './page.js'
import { stage } from './stage.js'
import { factsOf, type FileFactsRow } from './file-facts.js'
import { waitsOf } from './waits.js'
import { isCaseOf, notHidden, type Viewer } from './visible.js'

/** What narrows a list of cases; what is left out does not narrow. */
export interface CaseFilters {
  readonly status?: 'open' | 'closed' | undefined
  readonly practice?: boolean | undefined
  readonly institution?: string | undefined
  readonly mainCategory?: Category | undefined
  readonly degree?: IdentityDegree | undefined
  readonly step?: string | undefined
  readonly responsibleAdministration?: Administration | undefined
  readonly responsibleUnit?: Unit | undefined
  readonly responsiblePerson?: string | undefined
  readonly raisedBy?: string | undefined
}

/** A case, and what decides how much of it is shown. */
export interface CaseWithFacts extends CaseSummary {
  readonly facts: FileFactsRow | null
}

/** The column each filter compares. */
const columnOf = {
  status: 'cases.status',
  practice: 'cases.practice',
  institution: 'cases.institution',
  mainCategory: 'cases.main_category',
  degree: 'cases.degree',
  step: 'processes.step',
  responsibleAdministration: 'cases.responsible_administration',
  responsibleUnit: 'cases.responsible_unit',
  responsiblePerson: 'cases.responsible_person',
  raisedBy: 'cases.raised_by',
} as const satisfies Record<keyof CaseFilters, string>

/**
 * Cases that the viewer may see, the latest raised first, each with what decides how much of it. One round trip.
 * @throws CursorError
 */
export async function listCases(
  db: Db,
  args: PageRequest & { viewer: Viewer; filters: CaseFilters },
): Promise<Page<CaseWithFacts>> {
  let query = db
    .selectFrom('cases')
    .innerJoin('processes', 'processes.id', 'cases.process')
    .select(caseColumns)
    .select([
      'processes.kind',
      factsOf(sql.ref('cases.id'), args.viewer.person).as('facts'),
      waitsOf(sql.ref('cases.id')).as('waits'),
    ])
    .where(notHidden({ caseId: 'cases.id', person: args.viewer.person }))
    .where(isCaseOf(args.viewer))
    .orderBy('cases.raised_at', 'desc')
    .orderBy('cases.id', 'desc')
    .limit(args.limit + 1)
  for (const [name, column] of Object.entries(columnOf) as [keyof CaseFilters, string][]) {
    const wanted = args.filters[name]
    if (wanted !== undefined) query = query.where(sql.ref(column), '=', wanted)
  }
  if (args.cursor !== undefined) {
    const [raisedAt, id] = instantAndId(args.cursor)
    query = query.where(sql<boolean>`(cases.raised_at, cases.id) < (${raisedAt}::timestamptz, ${id})`)
  }
  const rows = await query.execute()
  const cases = rows.map(({ kind, ...row }) => ({ ...row, stage: stage({ kind, step: row.step }) }))
  return pageOf(cases, args.limit, row => [row.raisedAt, row.id])
}
