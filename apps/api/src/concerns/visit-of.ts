import { visitById, type Db } from '@brobygger/database'
import { fieldProblem } from '../http/problem.js'

/**
 * Refuses with `visit-unknown` a concern that names a visit which is not there, is another institution's, or belongs to
 * practice where the concern is real, or the other way about.
 */
export async function mustBeVisit(
  db: Db,
  { visit: id, institution, practice }: { visit: string; institution: string; practice: boolean },
): Promise<void> {
  const visit = await visitById(db, { id })
  if (visit?.institution !== institution || visit.practice !== practice) {
    throw fieldProblem('visit-unknown', 'visit')
  }
}
