import { journaliseTask } from '@brobygger/domain/tasks'
import { readings } from '../kit/index.js'
import type { Journalising, JournalWay } from './way.js'

/** What the case holds is listed by reference; a person files it, and tells its number. */
export async function file(course: Journalising): Promise<JournalWay> {
  const { caseId, desk, facts, flow, journal } = course
  if (facts.items === null) {
    facts.items = await flow.call(() => readings.textsHeld({ cases: [caseId] }))
    journal.emit({ type: 'journalAsked', items: [...facts.items] })
  }
  const { answer, by } = await desk.ask(journaliseTask)
  journal.emit({ type: 'journalised', journalNumber: answer.journalNumber }, by)
  return { next: 'ended', outcome: 'journalised' }
}
