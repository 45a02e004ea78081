import type { Course, Way } from '../kit/index.js'

export type NotificationStep = 'assessment' | 'clarification' | 'investigation' | 'ended'

/** Where a notification goes next. */
export interface NotificationWay extends Way<NotificationStep> {
  readonly outcome?: string | undefined
  /** Taken back or closed: what was still owed is withdrawn. */
  readonly abandoned?: boolean | undefined
}

/** What a notification remembers: the investigation runs beside the steps, from the first awareness. */
export interface NotificationFacts extends Record<string, unknown> {
  investigation: 'none' | 'running' | 'measure' | 'noMeasure'
}

export type Notification = Course<NotificationWay, NotificationFacts>
