import type { VisitRoundInput } from '@brobygger/domain/messages'
import { weighNeedTask } from '@brobygger/domain/tasks'
import { beginOf, type Weighed } from '@brobygger/domain/visits'
import { firstNear, morningOf, near, outward } from '../kit/index.js'
import type { Round, RoundWay } from './way.js'

/** The team leader decides on the proposal. If nobody has when the quarter begins, it is used, and no visit is lost. */
export async function weighNeed(course: Round, input: VisitRoundInput): Promise<RoundWay> {
  const proposal = await propose(course, input)
  const until = await morningOf({ on: beginOf(input.quarter) })
  const answered = await course.desk.askUntil(weighNeedTask, until, { about: input.cluster })
  const own = answered?.answer.decision === 'own' ? (answered.answer.weights ?? []) : []
  const weights = proposal.map(({ institution, weight }) => ({
    institution,
    weight: own.find(entry => entry.institution === institution)?.weight ?? weight,
  }))
  course.facts.weights = weights
  const { text } = answered ?? {}
  course.journal.emit(
    { type: 'needWeighed', weights, decided: answered !== null, ...(text === undefined ? {} : { text }) },
    answered?.by ?? null,
  )
  return { next: 'plan' }
}

/** Proposed once: a new run finds what was proposed. */
async function propose(course: Round, input: VisitRoundInput): Promise<readonly Weighed[]> {
  if (course.facts.proposal !== null) return course.facts.proposal
  const { institutions, practice } = input
  const request = { institutions, practice: practice !== null, at: course.now }
  const proposal = await firstNear(
    () => near.weighBurden(request),
    () => course.flow.call(() => outward.weighBurden(request)),
  )
  course.facts.proposal = proposal
  // A round that is closed before anybody has decided is planned by it when it is re-opened.
  course.facts.weights = proposal.map(({ institution, weight }) => ({ institution, weight }))
  course.journal.emit({ type: 'needProposed', burdens: [...proposal] })
  return proposal
}
