import type { AccessEntry } from '@brobygger/access-log'

/**
 * What the access guard found about a request, as the access log needs it: why it is allowed, on what basis, which
 * kinds of content it shows. What is left out is derived from address and answer.
 */
export interface AccessFacts extends Pick<AccessEntry, 'purpose' | 'basis' | 'fields'> {
  readonly administration?: AccessEntry['administration']
  readonly cases?: readonly string[]
  readonly process?: string | null
  /** A code, or a reference into the vault. */
  readonly reason?: string | null
  readonly practice?: boolean
}

/** Nothing was found, because somebody was refused before the rules were asked, or by them. */
export const noFacts: AccessFacts = { purpose: 'none', basis: 'none', fields: [] }
