import type { StaffMember } from '@brobygger/domain/organisation'

/** What we use of an incoming request. */
export interface HttpRequest {
  readonly method: string
  readonly path: string
  readonly originalUrl: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** The template of the route that was found, e.g. `/api/cases/:id`. */
  readonly route?: { readonly path: string }
  /** Who asks; set by the guard. */
  caller?: StaffMember
}

/** What we use of an answer. */
export interface HttpResponse {
  readonly headersSent: boolean
  readonly statusCode: number
  status(code: number): this
  set(headers: Readonly<Record<string, string>>): this
  type(mediaType: string): this
  send(body: string): this
  end(): void
  on(event: 'finish' | 'close', listener: () => void): this
}

/** Continues with the next in line, or with an error. */
export type Next = (error?: unknown) => void
