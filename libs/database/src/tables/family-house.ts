import type { AgeBand, Category, FitAlarm, HouseKind, OvertakeReason, WayIn } from '@brobygger/domain/codes'
import type { EventOf } from '@brobygger/domain/events'
import type { FitScore } from '@brobygger/domain/family-house'
import type { Generated } from 'kysely'
import type { Instant, LocalDate, Owned } from './owner.js'

/** A family's course in the family house. */
export interface HouseCoursesTable extends Owned {
  process: string
  way: WayIn
  house_kind: HouseKind
  age_band: AgeBand
  main_category: Category | null
  interpreter: Generated<boolean>
  /** The offer or process that sent the family. */
  referrer: string | null
  text_ref: string | null
  status: 'requested' | 'waiting' | 'offered' | 'placed' | 'declined' | 'started' | 'ended'
  group_process: string | null
  decline_reason: EventOf<'courseMoved'>['reason']
  /** Why the last session showed it off track; null when it is on track. */
  off_track: FitAlarm | null
  requested_at: Instant
  started_on: LocalDate | null
  ended_on: LocalDate | null
  end_reason: EventOf<'courseEnded'>['reason'] | null
  effect: 'better' | 'same' | 'worse' | null
}

/** One session, with the family's own scores. */
export interface HouseSessionsTable extends Owned {
  process: string
  n: number
  held_on: LocalDate
  ors: FitScore[]
  srs: FitScore[]
  alarm: FitAlarm | null
}

/** A group of the family house. */
export interface HouseGroupsTable extends Owned {
  process: string
  house_kind: HouseKind
  age_bands: AgeBand[]
  capacity: number
  text_ref: string
  opened_at: Instant
}

/** A family's place in a group, or in the order of those who wait for one. */
export interface HousePlacesTable extends Owned {
  /** The group. */
  process: string
  course: string
  status: 'waiting' | 'placed' | 'left'
  number: number | null
  held: Generated<boolean>
  since: Instant
  /** Why it comes before those who have waited longer. */
  reason: Generated<OvertakeReason | null>
  /** Who waited longer when it got its place. */
  overtook: Generated<string[]>
  text_ref: Generated<string | null>
}

/** The code with which a family looks at its own curve. */
export interface CurveCodesTable {
  process: string
  code_hash: string
  made_by: string
  made_at: Generated<Instant>
}
