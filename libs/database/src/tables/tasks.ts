import type { Label, Role, Unit } from '@brobygger/domain/codes'
import type { RuleId } from '@brobygger/domain/policy'
import type { GeneratedAlways } from 'kysely'
import type { Instant, LocalDate, Owned } from './owner.js'

/** A question to a person or a unit's queue. */
export interface TasksTable extends Owned {
  id: string
  process: string
  kind: string
  step: string
  role: Role
  unit: Unit
  person: string | null
  owed: boolean
  /** What the task is about within its process, e.g. an institution. */
  about: string | null
  status: 'open' | 'completed' | 'withdrawn'
  opened_at: Instant
  due_at: Instant
  due_on: LocalDate
  remind_at: Instant | null
  reminded_at: Instant | null
  overdue: boolean
  /** Leaders who were told that it is overdue. */
  told: string[]
  closed_at: Instant | null
  closed_by: string | null
  /** The answer without its texts. */
  answer: Record<string, unknown> | null
  text_ref: string | null
  withdrawn_why: 'step-left' | 'case-closed' | 'answered-elsewhere' | null
}

/** A deadline with its reason. Its id is its task's, or its consent's. */
export interface DeadlinesTable extends Owned {
  id: string
  process: string
  rule: RuleId
  rule_version: number
  from_at: Instant
  due_at: Instant
  due_on: LocalDate
  remind_at: Instant | null
  explanation: Label
  /** How many times it was moved, by a pause or on purpose. */
  moved: number
  moved_at: Instant | null
  moved_why: 'pause' | 'recomputed' | null
  passed_at: Instant | null
  met_at: Instant | null
  cancelled_at: Instant | null
  /** `passed` stays, also when the answer comes later. */
  status: GeneratedAlways<'running' | 'met' | 'passed' | 'cancelled'>
}
