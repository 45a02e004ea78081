import type { VisitRoundInput } from '@brobygger/domain/messages'
import { visitTask } from '@brobygger/domain/tasks'
import { firstNear, near, outward } from '../kit/index.js'
import { visiting } from './register.js'
import { changed, isOpen, type Round, type RoundWay, type Visit } from './way.js'

/** Every visit is prepared some days before, and then has a life of its own, until none is left. */
export async function makeVisits(course: Round, input: VisitRoundInput): Promise<RoundWay> {
  const { facts } = course
  while (facts.visits.some(isOpen)) {
    await course.goOnInNewRunWhenLong()
    await prepareDue(course, input)
    await course.bell(changed).wait(nextPreparation(course))
  }
  return { next: 'ended', outcome: 'visited' }
}

/** When the next visit has to be prepared; undefined while the round is paused, or when none is left to prepare. */
function nextPreparation({ facts, pauses }: Round): string | undefined {
  if (pauses.running) return undefined
  const moments = facts.visits.filter(({ status }) => status === 'planned').map(({ prepareAt }) => prepareAt)
  return moments.sort()[0]
}

/** What is open at the institution is the agenda; visits of one morning are prepared in one go. */
async function prepareDue(course: Round, { practice }: VisitRoundInput): Promise<void> {
  const due = course.facts.visits.filter(
    ({ status, prepareAt }) => status === 'planned' && prepareAt <= course.now,
  )
  if (due.length === 0 || course.pauses.running) return
  const institutions = [...new Set(due.map(({ institution }) => institution))]
  const request = { institutions, practice: practice !== null, at: course.now }
  const agendas = await firstNear(
    () => near.readAgendas(request),
    () => course.flow.call(() => outward.readAgendas(request)),
  )
  for (const visit of due.filter(({ status }) => status === 'planned')) {
    const found = agendas.find(({ institution }) => institution === visit.institution)
    prepare(course, visit, { agenda: found?.agenda ?? [], leader: found?.leader ?? null })
  }
}

function prepare(
  course: Round,
  visit: Visit,
  { agenda, leader }: { agenda: readonly string[]; leader: string | null },
): void {
  const { on, institution: about, colleague } = visit
  course.journal.emit({ type: 'visitPrepared', visit: visit.id, agenda: [...agenda] })
  if (leader !== null) course.post.send({ kind: 'visitAgenda', to: 'institutionLeader', person: leader })
  visit.status = 'prepared'
  visit.leader = leader
  const asked = { on, about, ...(colleague === null ? {} : { person: colleague }) }
  visit.task = course.desk.owe(visitTask, asked, visiting(course))
}
