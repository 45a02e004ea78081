import type {
  AgeBand,
  Category,
  ClosureCode,
  IdentityDegree,
  RaiserRole,
  Unit,
  Administration,
} from '@brobygger/domain/codes'
import type { EventOf } from '@brobygger/domain/events'
import type { People } from '@brobygger/domain/organisation'
import type { Generated, GeneratedAlways } from 'kysely'
import type { Instant, LocalDate, Owned } from './owner.js'

/** One case: what was raised, who is responsible, and how it ended. Where it stands is in its process. */
export interface CasesTable extends Omit<Owned, 'case_id'> {
  id: string
  /** The process that carries the case. */
  process: string
  institution: string
  /** What the institution register said when it was asked; null before. */
  institution_status: EventOf<'institutionChecked'>['status'] | null
  raised_at: Instant
  raised_by: string | null
  raiser_role: RaiserRole
  age_band: AgeBand
  main_category: Category
  other_categories: Category[]
  severity: 'less' | 'more'
  parents_informed: 'both' | 'one' | 'none'
  interpreter_language: string | null
  known_to_authority: 'yes' | 'no' | 'unknown'
  acute: boolean
  text_ref: string
  status: 'open' | 'closed'
  counselled_at: Instant | null
  identified_degree: IdentityDegree | null
  /** A0 when raised, A1 from the first counselling, then what identification says. */
  degree: GeneratedAlways<IdentityDegree>
  escalated_at: Instant | null
  reopened_at: Instant | null
  closed_at: Instant | null
  closure_code: ClosureCode | null
  case_avoided: 'yes' | 'apparently' | 'no' | 'unknown' | null
  first_help_on: LocalDate | null
  closing_text_ref: string | null
  /** The case it was merged into. */
  merged_into: string | null
  responsible_administration: Administration | null
  responsible_unit: Unit | null
  responsible_person: string | null
}

/** One process of a case, in the administration that runs it. */
export interface ProcessesTable extends Owned {
  id: string
  kind: string
  unit: Unit
  step: string | null
  status: 'open' | 'closed'
  started_at: Instant
  ended_at: Instant | null
  outcome: string | null
  paused: boolean
  people: People
  /** Who declared a conflict of interest: the case is hidden from them. */
  hidden_from: Generated<string[]>
}

/** A process that waits, or waited, for a system outside to answer. */
export interface WaitsTable extends Owned {
  process: string
  system: string
  since: Instant
  ended_at: Instant | null
}

/** From when somebody was responsible for a case, until the next row of the case. */
export interface ResponsibilitiesTable extends Owned {
  process: string
  seq: number
  from_at: Instant
  /** Null from the moment the case is closed: nobody is. */
  holder_administration: Administration | null
  unit: Unit | null
  person: string | null
  basis: 'raised' | 'handOver' | 'accepted' | 'duty' | 'reopened' | 'returned' | 'closed'
}
