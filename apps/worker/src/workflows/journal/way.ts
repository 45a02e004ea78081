import type { AccessItem } from '@brobygger/domain/messages'
import type { JournalStep } from '@brobygger/domain/processes'
import type { Course, Way } from '../kit/index.js'

export interface JournalWay extends Way<JournalStep> {
  readonly outcome?: string | undefined
  /** Closed on the way. */
  readonly abandoned?: boolean | undefined
}

export interface JournalFacts extends Record<string, unknown> {
  /** What has to be filed; null before it was looked up. */
  items: readonly AccessItem[] | null
}

export type Journalising = Course<JournalWay, JournalFacts>
