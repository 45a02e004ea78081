import type { JournalInput } from '@brobygger/domain/messages'
import { processId } from '@brobygger/domain/processes'
import { patched } from '@temporalio/workflow'
import { startNear } from '../kit/index.js'
import { isTakenOver, type Concern } from './way.js'

/**
 * S10: what a case of an identified child leaves behind is journalised (Offentlighedsloven §§ 13 and 15), by a process of
 * its own: nothing is left open in this one. Not where the authority took over, whose case system holds it; nor of a case
 * that stayed anonymous, which is about nobody.
 */
export async function askToJournalise(course: Concern, practice: boolean): Promise<void> {
  const { caseId, facts, people } = course
  if (facts.identified !== true || isTakenOver(facts) || !patched('journalised')) return
  facts.journalised = (facts.journalised ?? 0) + 1
  const process = processId({ kind: 'journal', caseId, n: facts.journalised })
  const input: JournalInput = { caseId, practice: practice ? { startsAt: course.now } : null, people }
  await startNear(course, { kind: 'journal', process, input, title: `Journalisering, sag ${caseId}` })
}
