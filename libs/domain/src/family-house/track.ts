import type { FitAlarm, FitRespondent } from '../codes/index.js'
import { checkpointEvery, orsCutoffs, orsReliableChange, srsCutoff } from './fit-cutoffs.js'

/** A scale filled in by somebody: 0 to 40. */
export interface FitScore {
  readonly who: FitRespondent
  readonly score: number
}

/** The scales of one session. */
export interface FitSession {
  readonly ors: readonly FitScore[]
  readonly srs: readonly FitScore[]
}

/**
 * Whether a course is off track after its last session, and why; null when it is on track or nothing was measured.
 * Worse: somebody is a reliable change below where they began. No progress: at a checkpoint somebody is neither a
 * reliable change above their beginning nor over the cut-off. Alliance: somebody rated the session below its cut-off.
 * The first that holds is told. Sources stand with the cut-offs.
 */
export function fitAlarmOf(sessions: readonly FitSession[]): FitAlarm | null {
  const last = sessions.at(-1)
  if (last === undefined) return null
  const changes = last.ors.map(({ who, score }) => ({
    who,
    score,
    change: score - firstOf(sessions, who, score),
  }))
  if (changes.some(({ change }) => change <= -orsReliableChange.value)) return 'worse'
  const checkpoint = sessions.length % checkpointEvery.value === 0
  const stuck = ({ who, score, change }: (typeof changes)[number]) =>
    change < orsReliableChange.value && score < orsCutoffs[who].value
  if (checkpoint && changes.some(stuck)) return 'noProgress'
  return last.srs.some(({ score }) => score < srsCutoff.value) ? 'alliance' : null
}

/** Whether something has to be changed. A poor session is talked about there and then; no more follows from it. */
export function isOffTrack(alarm: FitAlarm | null): boolean {
  return alarm === 'worse' || alarm === 'noProgress'
}

function firstOf(sessions: readonly FitSession[], who: FitRespondent, otherwise: number): number {
  const first = sessions.flatMap(session => session.ors).find(score => score.who === who)
  return first?.score ?? otherwise
}
