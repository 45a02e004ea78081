import type { AccessEntry } from '../entry.js'

/** A line as those see it who may read the log. */
export interface LoggedAccess extends AccessEntry {
  readonly id: number
  /** When it was written: an ISO instant. */
  readonly at: string
}

/** What to select of `access_log.entries`. Arrays are given as the driver knows them. */
export const ACCESS_COLUMNS = `id, at, request_id::text as "requestId", actor::text, roles::text[] as roles,
  administration::text, action::text, outcome, refusal::text, cases::text[] as cases, process::text, purpose::text,
  basis::text, fields::text[] as fields, reason, practice, assurance::text, via::text`
