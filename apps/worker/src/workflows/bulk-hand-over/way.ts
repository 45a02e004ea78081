import type { BulkHandOverStep } from '@brobygger/domain/processes'
import type { Course, Way } from '../kit/index.js'

export interface BulkWay extends Way<BulkHandOverStep> {
  readonly outcome?: string | undefined
  /** Closed on the way. */
  readonly abandoned?: boolean | undefined
}

/** How far it is: a new run goes on from here, and nothing is handed over twice. */
export interface BulkFacts extends Record<string, unknown> {
  /** The last process that was looked at; they come in the order of their ids. */
  after: string | null
  /** How many the deputy has been given. */
  handedOver: number
  /** Processes in which the deputy has a conflict of interest, until the leader has decided. */
  inConflict: string[]
}

export type Bulk = Course<BulkWay, BulkFacts>
