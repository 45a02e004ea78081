import { namespaceOf } from '@brobygger/domain/codes'
import type { HelpReported, ReferralInput } from '@brobygger/domain/messages'
import { caseService } from '@brobygger/nexus'
import { createNexusServiceClient } from '@temporalio/workflow'
import { unstoppable, withPatience } from '../kit/index.js'
import type { Referral } from './way.js'

/** The case that sent the offer, in children and youth. */
export function senderOf(practice: boolean) {
  return createNexusServiceClient({
    service: caseService,
    endpoint: namespaceOf({ administration: 'children-and-youth', practice }),
  })
}

/** Says something to the sender's case: recorded here first, and repeated until it has arrived. */
export async function sayToSender<T>(
  course: Pick<Referral, 'journal' | 'flow'>,
  say: () => Promise<T>,
): Promise<T> {
  const { flow, journal } = course
  return unstoppable(async () => {
    await journal.write()
    return flow.call(() => withPatience({ system: 'children-and-youth', journal, call: say }))
  })
}

/** Tells the case what became of its offer. */
export async function report(
  course: Pick<Referral, 'journal' | 'flow' | 'now' | 'caseId'>,
  input: ReferralInput,
  what: Omit<HelpReported, 'offer'>,
): Promise<void> {
  const { offer, practice } = input.offer
  const report = { offer, ...what }
  course.journal.emit({ type: 'helpReported', report })
  await sayToSender(course, () =>
    senderOf(practice).executeOperation('reportReferral', {
      contract: 'referral',
      caseId: course.caseId,
      offer,
      practice,
      at: course.now,
      report,
    }),
  )
}
