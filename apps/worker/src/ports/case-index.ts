/** A case for the index. Who it is about is said by number alone, and nothing of what is in it. */
export interface CaseIndexEntry {
  /** Idempotency key: the process's id. The index knows one case for each key. */
  readonly key: string
  readonly caseId: string
  /** Of the child; ten digits. */
  readonly cprNumber: string
  readonly status: 'open' | 'closed'
  /** Since when it stands so on the case's own clock, an ISO instant. */
  readonly at: string
}

/** A case that the index knows somewhere in the municipality. */
export interface IndexedCase {
  /** The unit that is responsible for it: its id in SF1500; null where nobody is said to be. */
  readonly unit: string | null
}

/** Who is asked about, and why: both stand in the index's own log. */
export interface IndexQuery {
  /** Ten digits. */
  readonly cprNumber: string
  readonly caseId: string
  /** Code of the purpose. */
  readonly purpose: string
  readonly except: readonly string[]
}

/** The municipality's part of the national case index (Sags- og Dokumentindeks, SF1470). */
export interface CaseIndex {
  /**
   * Says how a case stands; the same key and case are one entry, however often it is said. False where the municipality is
   * not connected.
   * @throws PortError `refused` when the index will not have it, as when its id is another case's; `unavailable` when there
   * was no whole answer
   */
  keep(entry: CaseIndexEntry): Promise<{ indexed: boolean }>
  /**
   * The cases that it knows of a person, the open and the closed, without those of the keys in `except`.
   * @throws PortError `refused`; `unavailable` when there was no whole answer
   */
  search(query: IndexQuery): Promise<readonly IndexedCase[]>
  /**
   * Takes a case out for good; one that is not there is gone already.
   * @throws PortError `refused`; `unavailable` when there was no whole answer
   */
  remove(of: { key: string; caseId: string }): Promise<void>
}
