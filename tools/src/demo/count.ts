import type { Category, ClosureCode } from '@brobygger/domain/codes'
import type { CaseEvent, EventOf, EventType } from '@brobygger/domain/events'
import { triageTask } from '@brobygger/domain/tasks'

/** What the event log says became of one case. */
export interface CountedCase {
  readonly category: Category
  /** Of the first triage; null when it never came to one. */
  readonly triage: string | null
  /** Whether the family group was notified. */
  readonly notified: boolean
  /** Whether the family group accepted a referral. */
  readonly referred: boolean
  /** Null while the case is open. */
  readonly closure: ClosureCode | null
  readonly events: number
}

/**
 * Reads a case from its events, in the order they were recorded.
 * @throws Error when the log does not tell of its beginning
 */
export function countCase(events: readonly CaseEvent[]): CountedCase {
  const bodies = events.map(({ body }) => body)
  const of = <T extends EventType>(type: T) => bodies.filter((body): body is EventOf<T> => body.type === type)
  const [raised] = of('concernRaised')
  if (raised === undefined) throw new Error('The event log of a case begins with its concern')
  const triageTasks = of('taskOpened').filter(({ kind }) => kind === triageTask.kind)
  const triaged = of('taskCompleted').find(({ task }) => triageTasks.some(opened => opened.task === task))
  const closedOrReopened = bodies.filter(({ type }) => type === 'caseClosed' || type === 'caseReopened')
  const last = closedOrReopened.at(-1)
  const made = of('offerMade').filter(({ contract }) => contract === 'referral')
  const referrals = new Set(made.map(({ offer }) => offer))
  return {
    category: raised.mainCategory,
    triage: triaged === undefined ? null : String(triaged.answer['outcome']),
    notified: of('offerMade').some(({ contract }) => contract === 'notification'),
    referred: of('offerAccepted').some(({ offer }) => referrals.has(offer)),
    closure: last?.type === 'caseClosed' ? last.code : null,
    events: events.length,
  }
}
