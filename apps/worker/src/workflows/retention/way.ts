import type { RetentionItem } from '@brobygger/domain/messages'
import type { RetentionStep } from '@brobygger/domain/processes'
import type { Course, Way } from '../kit/index.js'

export interface RetentionWay extends Way<RetentionStep> {
  readonly outcome?: string | undefined
  /** Closed on the way. */
  readonly abandoned?: boolean | undefined
  /** Who decided; then who approved. */
  readonly decidedBy?: string | undefined
  readonly approvedBy?: string | undefined
}

export interface RetentionFacts extends Record<string, unknown> {
  /** The cases of the list. */
  items: RetentionItem[]
  /** Those that are erased, and whose erasure has not begun yet. */
  erase: string[]
}

export type Retaining = Course<RetentionWay, RetentionFacts>
