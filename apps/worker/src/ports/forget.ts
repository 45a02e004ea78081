/** A case that has been erased here, and has to be forgotten there as well. */
export type Forgetting = {
  /** Idempotency key: the erasure's own id, which says nothing of the case. */
  key: string
  caseId: string
  /** An ISO instant. */
  at: string
}

/** A system that keeps something of a case, and erases it when it is told to. */
export interface Forgets {
  /**
   * Erases what it has of a case, and says how many things that were; the same for a repeated key. Null where a person
   * has to erase it.
   * @throws PortError `refused`, or `unavailable` when there was no whole answer.
   */
  forget(forgetting: Forgetting): Promise<{ forgotten: number | null }>
}
