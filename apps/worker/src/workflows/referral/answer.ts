import { referralDeclineAsV1 } from '@brobygger/domain/contracts'
import type { ReferralInput } from '@brobygger/domain/messages'
import { answerReferralTask, enterInCaseSystemTask, youthPlanTask } from '@brobygger/domain/tasks'
import { patched } from '@temporalio/workflow'
import {
  inNewestVersion,
  outward,
  sayToSender,
  senderOf,
  senderOfV2,
  withKeys,
  withPatience,
  type Answered,
  type Follow,
} from '../kit/index.js'
import type { Referral, ReferralWay } from './way.js'

/**
 * S7: accept with the screening after § 18, or decline with reason and alternative. The sender's case decides. The family
 * is owed the answer from when it was asked for: an outage on the way moves no date.
 */
export async function answerOffer(course: Referral, input: ReferralInput): Promise<ReferralWay> {
  const { answer, by, text } = await course.desk.ask(answerReferralTask, { from: input.offer.at })
  const { offer, caseId, practice } = input.offer
  const message = { contract: 'referral' as const, caseId, offer, practice, at: course.now }
  if (answer.answer === 'decline') {
    const reason = answer.reason ?? 'targetGroup'
    course.journal.emit({ type: 'offerDeclined', offer, reason, ...(text === undefined ? {} : { text }) }, by)
    if (text !== undefined && patched('answers-carry-grants'))
      await withKeys(course, keys => keys.grant(answerTo(input, text)))
    const decline = {
      ...message,
      reason,
      ...(answer.caseworker === undefined ? {} : { caseworker: answer.caseworker }),
      ...(text === undefined ? {} : { text }),
    }
    await sayToSender(course, () =>
      inNewestVersion({
        newest: () => senderOfV2(practice).executeOperation('declineReferral', decline),
        before: () => senderOf(practice).executeOperation('declineReferral', referralDeclineAsV1(decline)),
      }),
    )
    return { next: 'ended', outcome: 'declined' }
  }
  const person = answer.caseworker ?? by
  const screening = answer.screening ?? 'noClarification'
  course.facts.accepted = true
  course.journal.emit({ type: 'offerAccepting', offer, person }, by)
  const { transferredAt } = await sayToSender(course, () =>
    senderOf(practice).executeOperation('acceptReferral', { ...message, person, screening }),
  )
  if (transferredAt === null) {
    course.journal.emit({ type: 'offerRevoked', offer, reason: 'revoked' })
    return { next: 'ended', outcome: 'revoked' }
  }
  course.people = { ...course.people, familyCaseworker: person }
  course.journal.emit({ type: 'offerAccepted', offer, person, screening }, by)
  course.post.send({ kind: 'gainedCase', to: 'familyCaseworker', person })
  if (input.offer.ageBand === '15-17' && patched('youth-plan'))
    course.desk.owe(youthPlanTask, {}, nothingMore)
  void enterInCaseSystem(course, offer)
  return { next: 'firstMeeting' }
}

/** The sender may read why, and what instead: it owes the family an answer on what it asked for. */
function answerTo({ offer: { offer, caseId } }: ReferralInput, text: string) {
  const place = { caseId, offer, from: 'social-services', to: 'children-and-youth' } as const
  return { ...place, refs: [text], basis: 'statutory', consent: null, until: null } as const
}

/**
 * The family group's own case system gets the case too, and nobody waits for its number. Where the system has no interface
 * the caseworker is asked to enter it.
 */
async function enterInCaseSystem(course: Referral, offer: string): Promise<void> {
  const key = course.post.key()
  const { journal } = course
  const at = course.now
  const call = () => outward.openFamilyCase({ key, caseId: course.caseId, offer, at })
  const { caseNumber } = await course.besides(() =>
    withPatience({ system: 'familyCaseSystem', journal, call }),
  )
  if (caseNumber === null) course.desk.owe(enterInCaseSystemTask, {}, enteredByHand(course, offer))
  else course.journal.emit({ type: 'caseNumberAssigned', offer, caseNumber })
}

/** The number that a caseworker gives, and who gave it. */
export function enteredByHand({ journal }: Pick<Referral, 'journal'>, offer: string): Follow {
  return {
    then: ({ answer, by }: Answered) => {
      const caseNumber = String(answer['caseNumber'])
      journal.emit({ type: 'caseNumberAssigned', offer, caseNumber }, by)
    },
  }
}

/** What is decided is on the file. */
export const nothingMore: Follow = { then: () => undefined }
