import type { Approved } from '@brobygger/domain/messages'
import type { ErasureStep } from '@brobygger/domain/processes'
import type { EventOf } from '@brobygger/domain/events'
import type { Course, Way } from '../kit/index.js'

export interface ErasureWay extends Way<ErasureStep> {
  readonly outcome?: string | undefined
  /** Closed on the way. */
  readonly abandoned?: boolean | undefined
  /** Who said that it may be erased. */
  readonly checkedBy?: string | undefined
  /** The two who decided. */
  readonly approved?: Approved | undefined
}

/** When it began, on its own clock. */
export interface ErasureFacts extends Record<string, unknown> {
  begunAt: string | null
}

export type Erasing = Course<ErasureWay, ErasureFacts>
export type Obstacle = EventOf<'erasureRefused'>['obstacle']
