/**
 * The case's own clock. In a real case it is the workflow's; in a practice case it may run ahead or behind, and all
 * processes of the case agree on it.
 */
export class CaseClock {
  /** `offset` is case clock minus workflow clock in milliseconds. */
  constructor(readonly offset: number) {}

  /** The moment now, as an ISO instant in UTC. */
  now(): string {
    return new Date(Date.now() + this.offset).toISOString()
  }

  /** Milliseconds from now until an instant; negative when it has passed. */
  until(instant: string): number {
    return Date.parse(instant) - (Date.now() + this.offset)
  }
}
