import type { PersonFact } from '@brobygger/domain/codes'

/** What the register of persons tells of somebody. */
export interface PersonEvent {
  /** Where the feed has it. A repeat of an event has a place of its own. */
  readonly position: number
  /** The register's own id: told twice, it is one event. */
  readonly id: string
  readonly fact: PersonFact
  /** Ten digits. */
  readonly cprNumber: string
  /** Local date. */
  readonly on: string
  /** Code of the municipality moved to, three digits; null for every other fact. */
  readonly municipality: string | null
  /** The number in force from now on, ten digits; null for every other fact. */
  readonly newCprNumber: string | null
}

/** The feed of events of the Civil Registration System: in any order, late, and at least once. */
export interface PersonEvents {
  /**
   * A page of the feed, in its order; empty when there is nothing more.
   * @throws PortError `refused` when we may not read it, `unavailable` when there was no whole answer
   */
  after(position: number): Promise<readonly PersonEvent[]>
}
