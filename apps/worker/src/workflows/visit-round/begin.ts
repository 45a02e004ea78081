import { enquiryRaised, type EnquiryRaised, type VisitRoundInput } from '@brobygger/domain/messages'
import type { Process, VisitRoundStep } from '@brobygger/domain/processes'
import { missedVisitTask, visitTask } from '@brobygger/domain/tasks'
import { command, refuse, start } from '../kit/index.js'
import { cancelOpen, moveAfterPause } from './change.js'
import { settling } from './missed.js'
import { visiting } from './register.js'
import { standing } from './standing.js'
import type { Round, RoundFacts, RoundWay } from './way.js'

/** Starts a round, or goes on from its ledger; concerns raised on the spot are told to it. */
export function begin(process: Process<VisitRoundStep>, input: VisitRoundInput): Round {
  const { cluster, quarter, institutions } = input
  const course = start<RoundWay, RoundFacts>(process, input, {
    facts: { proposal: null, weights: [], visits: [] },
    opening: [{ type: 'roundOpened', cluster, quarter, institutions }],
    turns: course => ({
      close: ({ by }) => {
        cancelOpen(course, by)
        course.turnTo({ next: 'ended', outcome: 'closed', abandoned: true })
      },
    }),
    owed: course => [
      { task: visitTask, ...visiting(course) },
      { task: missedVisitTask, ...settling(course) },
    ],
  })
  const visitOf = ({ visit }: EnquiryRaised) =>
    course.facts.visits.find(({ id }) => id === visit) ?? refuse('visit-unknown')
  command<EnquiryRaised>({
    course,
    name: 'enquiryRaised',
    schema: enquiryRaised,
    check: message => void visitOf(message),
    run: message => {
      const { enquiries } = visitOf(message)
      if (enquiries.includes(message.case)) return
      enquiries.push(message.case)
      course.journal.emit({ type: 'enquiryRaised', ...message })
    },
  })
  course.shows = () => standing(course.facts.visits)
  course.onPause = ended => {
    if (ended) void course.flow.branch(() => moveAfterPause(course))
  }
  return course
}
