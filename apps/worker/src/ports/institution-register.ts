/** Whether an institution still is what it was. */
export const institutionStatuses = ['open', 'closed', 'merged'] as const
export type InstitutionStatus = (typeof institutionStatuses)[number]

/** An institution as the register knows it today. */
export type RegisteredInstitution = {
  /** Institution number, six characters. */
  id: string
  name: string
  status: InstitutionStatus
  /** Present exactly when `status` is `merged`: the id of the institution that carries it on. */
  mergedInto?: string
}

/** The register of day-care institutions and schools. */
export interface InstitutionRegister {
  /**
   * Looks an institution up.
   * @throws PortError `not-found` when no institution has the id, `stale` when the number is retired and nothing is
   * known of it any more, `unavailable` when there was no whole answer
   */
  find(query: { institutionId: string }): Promise<RegisteredInstitution>
}
