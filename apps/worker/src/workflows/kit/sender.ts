import { namespaceOf } from '@brobygger/domain/codes'
import type { OfferReport } from '@brobygger/domain/contracts'
import type { HelpReported } from '@brobygger/domain/messages'
import { caseService, caseServiceV2 } from '@brobygger/nexus'
import { createNexusServiceClient, type NexusServiceClient } from '@temporalio/workflow'
import type { Course } from './course.js'
import { withPatience } from './patience.js'
import { unstoppable } from './unstoppable.js'

/** The case that sent an offer, in children and youth. */
export function senderOf(practice: boolean): NexusServiceClient<typeof caseService> {
  return createNexusServiceClient({
    service: caseService,
    endpoint: namespaceOf({ administration: 'children-and-youth', practice }),
  })
}

/** The same, in version 2. */
export function senderOfV2(practice: boolean): NexusServiceClient<typeof caseServiceV2> {
  return createNexusServiceClient({
    service: caseServiceV2,
    endpoint: namespaceOf({ administration: 'children-and-youth', practice }),
  })
}

type Speaker = Pick<Course, 'journal' | 'flow' | 'now' | 'caseId'>

/** Says something to the sender's case: recorded here first, and repeated until it has arrived. */
export async function sayToSender<T>(
  { flow, journal }: Pick<Speaker, 'journal' | 'flow'>,
  say: () => Promise<T>,
): Promise<T> {
  return unstoppable(async () => {
    await journal.write()
    return flow.call(() => withPatience({ system: 'children-and-youth', journal, call: say }))
  })
}

/** An offer as its receiver reports on it: which, and under which contract's keys. */
export type Reported = Pick<OfferReport, 'contract' | 'offer' | 'practice'>

const operations = {
  referral: 'reportReferral',
  notification: 'reportNotification',
  'family-house': 'reportCourse',
} as const

/** Tells the sender's case what became of its offer. */
export async function report(
  course: Speaker,
  of: Reported,
  what: Omit<HelpReported, 'offer'>,
): Promise<void> {
  const { contract, offer, practice } = of
  const report = { offer, ...what }
  const message = { contract, offer, practice, caseId: course.caseId, at: course.now, report }
  course.journal.emit({ type: 'helpReported', report })
  await sayToSender(course, () => senderOf(practice).executeOperation(operations[contract], message))
}
