import type { Instant } from './owner.js'

/** A command by a person under a key they chose, and the first answer to it. */
export interface IdempotencyTable {
  person: string
  key: string
  request_hash: string
  /** What was chosen before anything happened, e.g. the new case's id: a repeat after a crash goes on with it. */
  plan: Record<string, unknown>
  /** HTTP status of the answer; null while it is being worked on. */
  status: number | null
  answer: Record<string, unknown> | null
  begun_at: Instant
}
