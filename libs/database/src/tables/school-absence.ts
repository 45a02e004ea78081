import type { QuarterAbsence } from '@brobygger/domain/absence'
import type { AbsenceKind, AbsencePart, Administration } from '@brobygger/domain/codes'
import type { LocalDate } from './owner.js'

/** Up to where the schools' feed has been taken in. */
export interface AbsenceFeedTable {
  administration: Administration
  position: number
}

/** How many lines a school has sent of a day; of whom is not kept. */
export interface AbsenceSeenTable {
  administration: Administration
  institution: string
  on_date: LocalDate
  lines: number
}

/** A line about the child of a running case that has a basis to know it, in its newest version. */
export interface AbsenceLinesTable {
  administration: Administration
  case_id: string
  line: string
  version: number
  /** The child's row in the vault. */
  person: string
  on_date: LocalDate
  /** Null when the school has withdrawn the line. */
  kind: AbsenceKind | null
  part: AbsencePart
  position: number
}

/** What a process was told last. */
export interface AbsenceToldTable {
  administration: Administration
  process: string
  case_id: string
  position: number
  quarters: QuarterAbsence[]
}
