import type { HouseKind } from '@brobygger/domain/codes'
import type { CourseInput, ReferralInput } from '@brobygger/domain/messages'
import { courseNumber, processId } from '@brobygger/domain/processes'
import { startNear } from '../kit/index.js'
import type { Referral } from './way.js'

/** S8: the family house gives the help. It is a neighbour in the same administration, and no contract is needed. */
export async function helpedByFamilyHouse(
  course: Referral,
  { input, houseKind }: { input: ReferralInput; houseKind: HouseKind },
): Promise<void> {
  const { facts, caseId, people } = course
  const { offer } = input.offer
  facts.courses ??= []
  const n = courseNumber({ way: 'referral', referral: offer, before: facts.courses.length })
  const process = processId({ kind: 'familyHouseCourse', caseId, n })
  facts.courses.push(process)
  const started: CourseInput = {
    caseId,
    practice: input.practice === null ? null : { startsAt: course.now },
    way: 'referral',
    houseKind,
    ageBand: input.offer.ageBand,
    mainCategory: input.offer.mainCategory,
    referrer: { by: 'process', process: offer, person: people.familyCaseworker },
    people: { ...people, familyHouseTherapist: null },
  }
  const title = `Forløb i familiehuset, sag ${caseId}`
  await startNear(course, { kind: 'familyHouseCourse', process, input: started, title })
}
