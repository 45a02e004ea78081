import type { VisitStatus } from '@brobygger/domain/codes'
import type { VisitRoundStep } from '@brobygger/domain/processes'
import type { Weighed } from '@brobygger/domain/visits'
import type { Course, Way } from '../kit/index.js'

export interface RoundWay extends Way<VisitRoundStep> {
  readonly outcome?: string | undefined
  /** Closed before its time: what was still owed is withdrawn. */
  readonly abandoned?: boolean | undefined
}

/** A visit as its round remembers it. */
export interface Visit {
  readonly id: string
  readonly institution: string
  /** Local date on which it shall be made, when it is prepared, and when its day is over. */
  on: string
  prepareAt: string
  endsAt: string
  status: VisitStatus
  /** The institution's leader, known once it was prepared. */
  leader: string | null
  /** The colleague who makes it instead of the round's social worker. */
  colleague: string | null
  /** The task of whoever makes it, and that of the leader when it was missed. */
  task: string | null
  missedTask: string | null
  /** Concerns raised on the spot. */
  readonly enquiries: string[]
}

/** What a round remembers: what was proposed and decided, and its visits. */
export interface RoundFacts extends Record<string, unknown> {
  proposal: readonly Weighed[] | null
  weights: readonly { institution: string; weight: number }[]
  readonly visits: Visit[]
}

export type Round = Course<RoundWay, RoundFacts>

/** Rung whenever a visit is registered, moved or cancelled, or a pause ends. */
export const changed = 'Næste besøg forberedes'

/** Whether a visit still has to be made. */
export function isOpen({ status }: Visit): boolean {
  return status !== 'held' && status !== 'cancelled'
}
