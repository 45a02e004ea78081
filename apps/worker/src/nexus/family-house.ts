import { services, type Acknowledged, type CourseReceipt } from '@brobygger/domain/contracts'
import type { CourseInput } from '@brobygger/domain/messages'
import { peopleWith } from '@brobygger/domain/organisation'
import { familyHouseService } from '@brobygger/nexus'
import { serviceHandler } from 'nexus-rpc'
import { startOnce, tellProcess } from './processes.js'
import { serve } from './serve.js'

const v1 = services['family-house']

/** The family house's side of its contract: a receipt at once, the course does the rest. */
export const familyHouseHandler = serviceHandler(familyHouseService, {
  offerCourse: serve(v1.offerCourse, async (received): Promise<CourseReceipt> => {
    const { caseId, offer, practice, at, houseKind, ageBand, mainCategory, interpreter } = received
    const { socialWorker, leaders } = received
    const input: CourseInput = {
      caseId,
      practice: practice ? { startsAt: at } : null,
      way: 'counselling',
      houseKind,
      ageBand,
      mainCategory,
      interpreter,
      referrer: { by: 'contract', offer, socialWorker },
      people: peopleWith({
        socialWorker,
        teamLeader: leaders.sender,
        nextManager: leaders.next ?? leaders.receiver,
        familyGroupLeader: leaders.receiver,
        familyHouseLeader: leaders.house,
      }),
    }
    await startOnce('familyHouseCourse', { id: offer, caseId, input })
    return { contract: 'family-house', offer, received: true }
  }),
  revokeCourse: serve(v1.revokeCourse, async ({ offer, reason }): Promise<Acknowledged> => {
    await tellProcess({ process: offer, update: 'revokeCourse', id: `${offer}.revoked`, message: { reason } })
    return { contract: 'family-house', acknowledged: true }
  }),
})
