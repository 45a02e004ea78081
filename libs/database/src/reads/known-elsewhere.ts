import type { KnownElsewhere } from '@brobygger/domain/tasks'
import type { Db } from '../connection/connect.js'

/** A case in which somebody of the same family was found. */
export interface Match {
  readonly caseId: string
  readonly relation: KnownElsewhere['relation']
}

/**
 * The other cases in which members of a family were found: of the same child, or of a sister or brother. A case of the same
 * child is no sibling's, although the mother is in it, too.
 * @param args.found for each member what they are to the case, and the cases they are in
 */
export function otherCases(args: {
  caseId: string
  found: readonly { relation: string; cases: readonly { caseId: string }[] }[]
}): Match[] {
  const matches = args.found.flatMap(({ relation, cases }) =>
    cases
      .filter(({ caseId }) => caseId !== args.caseId)
      .map(({ caseId }): Match => ({ caseId, relation: relation === 'child' ? 'sameChild' : 'sibling' })),
  )
  const same = new Set(matches.flatMap(match => (match.relation === 'sameChild' ? [match.caseId] : [])))
  const others = matches.filter(({ caseId, relation }) => relation === 'sameChild' || !same.has(caseId))
  return [...new Map(others.map(match => [match.caseId, match])).values()]
}

/** Whom to ask about each case that was found; one of the same child counts while it is open. One round trip. */
export async function knownElsewhere(db: Db, matches: readonly Match[]): Promise<KnownElsewhere[]> {
  if (matches.length === 0) return []
  const rows = await db
    .selectFrom('cases')
    .innerJoin('processes', 'processes.id', 'cases.process')
    .where(
      'cases.id',
      'in',
      matches.map(({ caseId }) => caseId),
    )
    .select([
      'cases.id',
      'cases.status',
      'cases.responsible_administration as responsible',
      'cases.responsible_person as person',
      'processes.people',
    ])
    .orderBy('cases.raised_at')
    .execute()
  return rows.flatMap(({ id, status, responsible, person, people }): KnownElsewhere[] => {
    const relation = matches.find(({ caseId }) => caseId === id)?.relation ?? 'sibling'
    if (relation === 'sameChild' && status !== 'open') return []
    const { socialWorker, familyGroupLeader } = people
    return responsible === 'social-services'
      ? [{ relation, case: id, contact: person ?? familyGroupLeader, unit: 'family-group' }]
      : [{ relation, case: id, contact: socialWorker, unit: 'early-help' }]
  })
}
