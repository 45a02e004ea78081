import type { AccessRefusal } from '@brobygger/domain/codes'
import type { AccessItem } from '@brobygger/domain/messages'
import type { AccessRequestStep } from '@brobygger/domain/processes'
import type { Course, Way } from '../kit/index.js'

export interface AccessWay extends Way<AccessRequestStep> {
  readonly outcome?: string | undefined
  /** Closed on the way. */
  readonly abandoned?: boolean | undefined
  /** Why it is refused as a whole; left out where it is answered. */
  readonly refusal?: AccessRefusal | undefined
  /** What is told to whoever asked. */
  readonly text?: string | undefined
  readonly by?: string | undefined
}

/** What outlives the steps. */
export interface AccessFacts extends Record<string, unknown> {
  /** Texts that nobody has gone through yet. */
  items: AccessItem[]
  /** References of those that are decided. */
  decided: string[]
  /** The task that carries the statutory clock; null before it is set. */
  clock: string | null
  /** Whether the first term has passed without an answer or an extension. */
  late: boolean
}

export type Access = Course<AccessWay, AccessFacts>
