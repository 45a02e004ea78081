import type { HouseKind } from '@brobygger/domain/codes'
import type { FitSession } from '@brobygger/domain/family-house'
import type { FamilyHouseCourseStep } from '@brobygger/domain/processes'
import type { Course, Way } from '../kit/index.js'

/** Where a course goes next. */
export interface HouseWay extends Way<FamilyHouseCourseStep> {
  /** The group that the family shall have a place in. */
  readonly group?: string | undefined
  /** An agreed date for the next session. */
  readonly on?: string | undefined
  readonly outcome?: string | undefined
  /** Taken back or closed: what was still owed is withdrawn. */
  readonly abandoned?: boolean | undefined
}

/** What a course remembers: its group, and the family's own scores. */
export interface HouseFacts extends Record<string, unknown> {
  /** The kind of help decided at intake, once it was looked at. */
  houseKind?: HouseKind
  /** The group in which the family waits or has its place. */
  group: string | null
  /** The place it has or is offered, as of that event of the group. */
  place: { readonly group: string; readonly asOf: number } | null
  /** Up to which event each group has been heard. */
  readonly heard: Record<string, number>
  readonly sessions: FitSession[]
}

export type HouseCourse = Course<HouseWay, HouseFacts>
