import type { StaffMember } from '@brobygger/domain/organisation'
import type { AccessFacts } from '../access-log/facts.js'
import type { Login } from '../login/login.js'
import type { Granted } from '../access/granted.js'

/** What we use of an incoming request. */
export interface HttpRequest {
  readonly method: string
  readonly path: string
  readonly originalUrl: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** The template of the route that was found, e.g. `/api/cases/:id`. */
  readonly route?: { readonly path: string }
  /** What the address holds where its template has a name. */
  readonly params?: Readonly<Record<string, string>>
  /** Who asks; set by the guard. */
  caller?: StaffMember
  /** How they proved it; set by the guard. */
  login?: Login
  /** Why it is allowed, and what it shows; set by the access guard, written into the access log. */
  access?: AccessFacts
  /** Under which name and number it stands in the access log; nothing for what is open to all. */
  logged?: {
    readonly action: string
    readonly requestId: string
    /** Whether the answer shows what only some may see. */
    readonly shows: boolean
  }
  /** What they were granted; set by the guard that asks the rules. */
  granted?: Granted
}

/** What we use of an answer. */
export interface HttpResponse {
  readonly headersSent: boolean
  readonly statusCode: number
  status(code: number): this
  set(headers: Readonly<Record<string, string | string[]>>): this
  type(mediaType: string): this
  send(body: string): this
  end(): void
  on(event: 'finish' | 'close', listener: () => void): this
}

/** Continues with the next in line, or with an error. */
export type Next = (error?: unknown) => void
