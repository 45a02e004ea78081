import type { CustodyRelation, PersonStatus } from '@brobygger/domain/codes'

/** Whoever has custody of a child. */
export interface CustodyHolder {
  readonly relation: CustodyRelation
  /** Null where the register has none. */
  readonly cprNumber: string | null
}

/** A person as the register knew them last night. */
export interface RegisteredPerson {
  /** The number in force: another one than was asked for, where that has been replaced. Ten digits. */
  readonly cprNumber: string
  readonly name: string | null
  readonly status: PersonStatus
  /** Null where there is none, or where it is protected. */
  readonly address: {
    /** The municipality's code, three digits. */
    readonly municipality: string
    readonly line: string
    readonly postalCode: string
  } | null
  /** Name and address may be shown to nobody who does not need them. */
  readonly isProtected: boolean
  readonly custody: readonly CustodyHolder[]
  /** Whether Digital Post reaches them; exempt otherwise. */
  readonly hasDigitalPost: boolean
}

/** Who is asked about, and why: both stand in the register's own log. */
export interface PersonQuery {
  /** Ten digits. */
  readonly cprNumber: string
  /** Code of the purpose. */
  readonly purpose: string
  readonly caseId: string
}

/** The Civil Registration System (CPR). What it says is a night old. */
export interface PersonRegister {
  /**
   * Looks a person up.
   * @throws PortError `not-found` when nobody has the number; `stale` when it was annulled; `protected` when we may not
   * see this person; `unavailable` when there was no whole answer
   */
  lookUp(query: PersonQuery): Promise<RegisteredPerson>
}
