import type { Assurance } from '@brobygger/domain/codes'
import type { Generated } from 'kysely'
import type { Instant } from './owner.js'

/** A browser that is logged in. */
export interface SessionsTable {
  /** SHA-256 of what the browser's cookie holds: whoever reads the table can act as nobody. */
  id: string
  person: string
  assurance: Assurance
  began_at: Generated<Instant>
  seen_at: Generated<Instant>
}

/** A browser that was sent to the login and has not come back. */
export interface LoginAttemptsTable {
  id: string
  nonce: string
  /** Of PKCE: proves to the login that who began is who comes back. */
  verifier: string
  return_to: string
  began_at: Generated<Instant>
}
