import type { HouseKind } from '@brobygger/domain/codes'
import type { Course, Way } from '../kit/index.js'

export type ReferralStep = 'answer' | 'firstMeeting' | 'measure' | 'endMeasure' | 'ended'

/** Where a referral goes next. */
export interface ReferralWay extends Way<ReferralStep> {
  readonly outcome?: string | undefined
  /** Taken back or closed: what was still owed is withdrawn. */
  readonly abandoned?: boolean | undefined
  readonly measure?: 'early' | 'supportive' | undefined
  /** The family house helps, with a course of this kind. */
  readonly house?: HouseKind | undefined
  /** The day the measure started. */
  readonly from?: string | undefined
}

/** What a referral remembers: whether the sender's case has let go of it. */
export interface ReferralFacts extends Record<string, unknown> {
  accepted: boolean
  /** Courses in the family house that this referral has asked for. */
  courses?: string[]
}

export type Referral = Course<ReferralWay, ReferralFacts>
