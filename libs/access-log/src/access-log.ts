import { z } from 'zod'
import { AccessLogError, accessLogError } from './access-log-error.js'
import { accessEntry, type AccessEntry } from './entry.js'
import type { Queryable } from './queryable.js'

const INSERT = `
  insert into access_log.entries (request_id, actor, roles, administration, action, outcome, refusal, cases, process,
    purpose, basis, fields, reason, practice, assurance, via)
  select "requestId", actor, roles, administration, action, outcome, refusal, cases, process,
    purpose, basis, fields, reason, practice, assurance, via
  from jsonb_to_recordset($1::jsonb) as entry("requestId" uuid, actor text, roles text[], administration text,
    action text, outcome text, refusal text, cases text[], process text, purpose text, basis text, fields text[],
    reason text, practice boolean, assurance text, via text)`

const entries = z.array(accessEntry)

/** Writes into the access log. Give it a pool of a role that may insert; nothing else is needed, or allowed. */
export class AccessLog {
  private readonly db: Queryable

  constructor(options: { db: Queryable }) {
    this.db = options.db
  }

  /**
   * Writes all entries or none, in one round trip; they are committed when it resolves.
   * @throws AccessLogError `log-unavailable` when the database cannot be reached, `log-refused` when an entry holds
   * what may not stand in the log, or the database says no
   */
  async write(given: readonly AccessEntry[]): Promise<void> {
    if (given.length === 0) return
    const parsed = entries.safeParse(given)
    if (!parsed.success) {
      const fields = parsed.error.issues.map(issue => String(issue.path[1] ?? 'entry'))
      throw new AccessLogError('log-refused', [...new Set(fields)].join(', '))
    }
    try {
      await this.db.query(INSERT, [JSON.stringify(parsed.data)])
    } catch (error) {
      throw accessLogError(error)
    }
  }
}
