import { atLocalTime } from '@brobygger/domain/policy'
import type { Api } from './api.js'
import type { Staff } from './staff.js'

/** The day on which the group of the demo opens. */
const DAY = '2027-03-01'
const PLACES = 2
const FAMILIES = 5

/**
 * A group of the family house with a waiting list to look at: two families have places, two wait in their order, and one
 * with a decision (§ 32) comes before them, with the reason written down.
 * @returns the group's process
 */
export async function playWaitingList(api: Api, staff: Staff): Promise<string> {
  const leader = staff.holding({ role: 'familyHouseLeader', unit: 'family-house' })
  const therapist = staff.holding({ role: 'familyHouseTherapist', unit: 'family-house' })
  const practice = { startsAt: atLocalTime(DAY, '09:00') }
  const { body: group } = await api.post<{ process: string }>('/family-house/groups', leader, {
    title: 'Tirsdagsholdet',
    houseKind: 'short',
    ageBands: ['3-5', '6-9'],
    capacity: PLACES,
    practice,
  })
  const apply = async (decision: object | null): Promise<string> => {
    const { body } = await api.post<{ process: string; caseId: string }>('/family-house/courses', therapist, {
      way: 'application',
      houseKind: 'short',
      ageBand: '3-5',
      wish: 'Vi vil gerne have hjælp til hverdagen.',
      practice,
    })
    if (decision !== null) await api.post(`/tasks/${body.process}.1/complete`, therapist, decision)
    return body.process
  }
  for (let n = 1; n < FAMILIES; n += 1) await apply({ decision: 'group', group: group.process })
  const urgent = await apply(null)
  await api.post(`/family-house/groups/${group.process}/first`, therapist, {
    course: urgent,
    reason: 'decision',
    why: 'Barnet har en afgørelse om støttende indsats.',
  })
  await api.post(`/tasks/${urgent}.1/complete`, therapist, { decision: 'group', group: group.process })
  return group.process
}
