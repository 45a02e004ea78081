import type { DisclosureBasis, IdentityRelation, Unit } from '@brobygger/domain/codes'
import type { Instant, LocalDate, Owned } from './owner.js'

/** What may be disclosed without consent, on which ground, and what came of its review. */
export interface BasesTable extends Owned {
  id: string
  process: string
  kind: DisclosureBasis
  units: Unit[]
  held_on: LocalDate | null
  follow_up: boolean
  stated_at: Instant
  stated_by: string | null
  text_ref: string
  reviewed_at: Instant | null
  reviewed_by: string | null
  upheld: boolean | null
  review_text_ref: string | null
}

/** How an identified child is already known: the flag and whom to ask, nothing more. */
export interface RelationsTable extends Owned {
  process: string
  seq: number
  relation: IdentityRelation
  contact: string
  unit: Unit
  found_at: Instant
}

/** A case that was merged into this one; both raisers still get their reply. */
export interface MergesTable extends Owned {
  process: string
  merged: string
  raised_by: string | null
  merged_at: Instant
}
