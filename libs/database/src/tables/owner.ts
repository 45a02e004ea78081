import type { Administration } from '@brobygger/domain/codes'

/** An instant in UTC as text, `2027-01-14T22:59:59.999Z`. */
export type Instant = string
/** A local date in Copenhagen, `2027-01-14`. */
export type LocalDate = string

/** To whom a row belongs: row-level security lets only this administration's roles see and write it. */
export interface Owned {
  case_id: string
  administration: Administration
  practice: boolean
}
