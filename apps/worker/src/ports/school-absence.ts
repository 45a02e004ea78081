import type { AbsenceKind, AbsencePart } from '@brobygger/domain/codes'

/** What a school has noted of a pupil on a day, in one version. */
export interface SchoolAbsenceLine {
  /** Where the feed has it. A correction has a place of its own. */
  readonly position: number
  /** The school's own id of the line: the same in every version. */
  readonly id: string
  /** Counts up with each correction; an older version may come after a newer one. */
  readonly version: number
  /** Six characters. */
  readonly institution: string
  /** Ten digits. */
  readonly cprNumber: string
  /** Local date. */
  readonly on: string
  /** Null when the school withdraws the line: the pupil was there. */
  readonly kind: AbsenceKind | null
  readonly part: AbsencePart
}

/** The feed of absence from the schools' own system: daily, late, corrected, and at least once. */
export interface SchoolAbsence {
  /**
   * A page of the feed, in its order; empty when there is nothing more.
   * @throws PortError `refused` when we may not read it, `unavailable` when there was no whole answer
   */
  after(position: number): Promise<readonly SchoolAbsenceLine[]>
}
