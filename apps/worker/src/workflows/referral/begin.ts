import {
  helpReported,
  revokeReferral,
  type HelpReported,
  type ReferralInput,
  type RevokeReferral,
} from '@brobygger/domain/messages'
import type { Process } from '@brobygger/domain/processes'
import { enterInCaseSystemTask, feedbackTask, youthPlanTask } from '@brobygger/domain/tasks'
import { patched } from '@temporalio/workflow'
import {
  command,
  listenToRegistry,
  listenToSender,
  lookAtCustody,
  owedToLookAtCustody,
  owedToRegistry,
  refuse,
  start,
} from '../kit/index.js'
import { enteredByHand, nothingMore } from './answer.js'
import { feedbackGiven } from './help.js'
import type { Referral, ReferralFacts, ReferralStep, ReferralWay } from './way.js'

/** Starts a referral, or goes on from its ledger; the sender may take the offer back until it is accepted. */
export function begin(process: Process<ReferralStep>, input: ReferralInput): Referral {
  const { offer, ageBand, mainCategory, basis, attached, siblings, text } = input.offer
  const course = start<ReferralWay, ReferralFacts>(process, input, {
    facts: { accepted: false },
    opening: [
      {
        ...{ type: 'offerReceived', offer, contract: 'referral', ageBand, mainCategory, basis, text },
        ...(attached === undefined ? {} : { documents: attached }),
        ...(siblings === undefined ? {} : { siblings }),
      },
    ],
    turns: course => ({
      close: () => course.turnTo({ next: 'ended', outcome: 'closed', abandoned: true }),
    }),
    owed: course => [
      { task: feedbackTask, then: () => feedbackGiven(course, input) },
      { task: youthPlanTask, ...nothingMore },
      { task: enterInCaseSystemTask, ...enteredByHand(course, offer) },
      ...owedToRegistry(course),
      owedToLookAtCustody(course),
    ],
  })
  command<RevokeReferral>({
    course,
    name: 'revokeReferral',
    schema: revokeReferral,
    check: () => course.facts.accepted && refuse('offer-not-open'),
    run: ({ reason }) => {
      course.journal.emit({ type: 'offerRevoked', offer, reason })
      course.turnTo({ next: 'ended', outcome: 'revoked', abandoned: true })
    },
  })
  command<HelpReported>({
    course,
    name: 'helpReported',
    schema: helpReported,
    run: report => {
      course.journal.emit({ type: 'helpReported', report })
      const { familyCaseworker: person } = course.people
      if (report.report === 'courseEnded' && person !== null) {
        course.post.send({ kind: 'courseHandedBack', to: 'familyCaseworker', person })
      }
      if (report.report === 'courseDeclined' && course.current === 'endMeasure')
        course.turnTo({ next: 'measure' })
    },
  })
  listenToRegistry(course, {
    leads: () => course.facts.accepted,
    // What has not been accepted is taken back by the sender.
    custodyChanged: () => {
      if (course.facts.accepted && patched('custody-after-acceptance')) lookAtCustody(course)
    },
  })
  listenToSender(course)
  return course
}
