import type { VisitRoundInput } from '../messages/visits.js'
import { peopleWith, standIn } from '../organisation/people.js'
import type { Municipality } from '../organisation/municipality.js'

/**
 * A round of a cluster as its process carries it; null for a cluster that the municipality does not have. Its social
 * worker is the one who visits the cluster, also while on leave: the round itself gives the tasks to the deputy.
 *
 * @param on local date on which the round begins
 */
export function roundInput(args: {
  municipality: Municipality
  caseId: string
  cluster: string
  quarter: string
  practice: VisitRoundInput['practice']
  on: string
}): VisitRoundInput | null {
  const { municipality, caseId, cluster, quarter, practice, on } = args
  const { leaders, institutions } = municipality
  const own = institutions.filter(institution => institution.cluster === cluster)
  const [first] = own
  if (first === undefined || !municipality.clusters.some(({ id }) => id === cluster)) return null
  return {
    caseId,
    practice,
    cluster,
    quarter,
    institutions: own.map(({ id }) => id),
    people: peopleWith({
      socialWorker: first.socialWorker,
      teamLeader: standIn({ municipality, person: leaders.teamLeader, on }),
      nextManager: leaders.nextManager,
      familyGroupLeader: leaders.familyGroupLeader,
    }),
  }
}
