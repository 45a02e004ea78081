import type { Db } from '@brobygger/database'
import type { IdentityRelation } from '@brobygger/domain/codes'
import type { KnownElsewhere } from '@brobygger/domain/tasks'

/** A case in which somebody of the same family was found. */
export interface Match {
  readonly caseId: string
  readonly relation: IdentityRelation
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
