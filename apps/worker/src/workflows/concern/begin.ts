import type { ConcernInput } from '@brobygger/domain/messages'
import type { Process, ConcernStep } from '@brobygger/domain/processes'
import { adviceTask, replyTask } from '@brobygger/domain/tasks'
import { listenToRegistry, owedToRegistry, start } from '../kit/index.js'
import { adviceBesideCounselling } from './advice.js'
import { owedReviews } from './bases.js'
import { keepInCaseIndex } from './case-index.js'
import { custodyChanged, heldConsents, owedAtCustody } from './custody.js'
import { meetTheKnown } from './identity.js'
import { listen } from './listen.js'
import { owedLookUp, resumeLookUp } from './look-up.js'
import { owedMerge } from './merge.js'
import { replied } from './reply.js'
import type { Concern, ConcernFacts, ConcernWay } from './way.js'

/** Starts a concern, or goes on from its ledger, and listens to what consents and receivers tell it. */
export function begin(process: Process<ConcernStep>, input: ConcernInput): Concern {
  const {
    caseId: _case,
    practice: practiceStart,
    people: _people,
    ledger: past,
    text,
    visit: _visit,
    ...raised
  } = input
  const practice = practiceStart !== null
  const facts: ConcernFacts = { consents: [], offers: [], reports: [] }
  const course = start<ConcernWay, ConcernFacts>(process, input, {
    facts,
    opening: [{ type: 'concernRaised', ...raised, text }],
    turns: course => ({
      escalate: ({ by, text }) => course.turnTo({ next: 'notify', by, text }),
      close: ({ by, text, code, caseAvoided, firstHelpOn }) =>
        course.turnTo({ next: 'close', by, text, closing: { code, caseAvoided, firstHelpOn } }),
    }),
    owed: course => [
      { task: replyTask, then: answered => replied(course, answered) },
      owedMerge(course),
      { task: adviceTask, then: answered => adviceBesideCounselling(course, answered) },
      ...owedReviews(course, practice),
      ...owedToRegistry(course),
      ...owedAtCustody(course, practice),
      owedLookUp(course, practice),
    ],
  })
  listen(course, practice)
  listenToRegistry(course, {
    leads: () => course.responsible === course.people.socialWorker,
    custodyChanged: () => custodyChanged(course, { consents: heldConsents(course), practice }),
    known: known => meetTheKnown(course, known),
  })
  if (past === undefined || past.facts['reopened'] === true) {
    if (past !== undefined) course.journal.emit({ type: 'caseReopened' })
    Object.assign(course.facts, facts)
    delete course.facts.leftIndex
    const basis = past === undefined ? 'raised' : 'reopened'
    course.moveResponsibility({ person: course.people.socialWorker, basis })
  }
  resumeLookUp(course, practice)
  void keepInCaseIndex(course)
  return course
}
