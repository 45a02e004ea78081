import type { Places } from '@brobygger/domain/family-house'
import type { FamilyHouseGroupStep } from '@brobygger/domain/processes'
import type { Course, Way } from '../kit/index.js'

export interface GroupWay extends Way<FamilyHouseGroupStep> {
  readonly outcome?: string | undefined
}

/** What a group remembers: who has a place, and who waits for one. */
export interface GroupFacts extends Record<string, unknown> {
  places: Places
  /** Courses that are being told of a place, as of which event. */
  given: readonly { readonly course: string; readonly asOf: number }[]
}

export type Group = Course<GroupWay, GroupFacts>

/** Rung whenever somebody comes or goes. */
export const changed = 'Pladser'
