import type { CustodyRelation, LookUpOutcome, LookUpSource, PersonStatus } from '@brobygger/domain/codes'
import type { Instant, Owned } from './owner.js'

/** What looking the child up in the register of persons, or by hand, came to. */
export interface PersonLookUpsTable extends Owned {
  process: string
  seq: number
  person: string | null
  source: LookUpSource
  outcome: LookUpOutcome
  status: PersonStatus | null
  is_protected: boolean | null
  custody: CustodyRelation[]
  custody_differs: boolean
  has_digital_post: boolean | null
  lives_here: boolean | null
  /** The old and the new number, where it has been replaced. */
  text_ref: string | null
  told_at: Instant
  told_by: string | null
}
