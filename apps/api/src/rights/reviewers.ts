import type { Administration, Unit } from '@brobygger/domain/codes'
import {
  isEmployed,
  leadersIn,
  peopleWith,
  standIn,
  type Municipality,
  type People,
} from '@brobygger/domain/organisation'
import { leaderOf } from '@brobygger/domain/tasks'

/** Who has a part in the review of an urgent access. */
export interface Reviewers {
  /** The leader's part is whoever reviews it; the next manager's is whoever is told when nobody does. */
  readonly people: People
  /** The data-protection officer. */
  readonly officer: string
}

/**
 * The line of those who may review an access to a unit's part of a case: its leader, the next manager, the
 * data-protection officer, less whoever took it. The first reviews, the second is told. Somebody on leave is stood in for.
 * @param args.on local date
 */
export function reviewersOf(args: {
  municipality: Municipality
  administration: Administration
  unit: Unit
  taker: string
  on: string
}): Reviewers {
  const { municipality, administration, unit, taker, on } = args
  const { staff } = municipality
  const leaders = leadersIn(municipality, administration)
  const leader = leaderOf[unit]
  const officer =
    staff.find(
      member =>
        isEmployed(member) && member.affiliations.some(({ role }) => role === 'dataProtectionOfficer'),
    )?.id ?? leaders.nextManager
  const line = [leaders[leader], leaders.nextManager, officer]
    .map(person => standIn({ municipality, person, on }))
    .filter(person => person !== taker)
  const [reviewer = officer, above = officer] = [...new Set(line)]
  return {
    people: peopleWith({
      socialWorker: reviewer,
      teamLeader: reviewer,
      familyGroupLeader: reviewer,
      familyHouseLeader: reviewer,
      nextManager: above,
    }),
    officer,
  }
}
