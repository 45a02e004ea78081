import type { Forgets } from './forget.js'

/** A case to open with the family group, for an offer that was accepted. */
export type FamilyCaseOpening = {
  /** Idempotency key: the process's id and the step. The same key never opens a second case. */
  key: string
  caseId: string
  offerId: string
  /** The case's own now, an ISO instant. */
  at: string
}

/** The family group's case system. */
export interface FamilyCaseSystem extends Forgets {
  /**
   * Opens a case and gives the number it has there; null where a person has to enter it.
   * @throws PortError `refused` when the system will not open it, or the key was used for another case;
   * `unavailable` when there was no whole answer, and the case may or may not be open.
   */
  open(opening: FamilyCaseOpening): Promise<{ caseNumber: string | null }>
}
