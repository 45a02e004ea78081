import type { AccessEntry } from '@brobygger/access-log'
import type { Administration, ownLines } from '@brobygger/domain/codes'
import { uuidOf } from './uuid-of.js'

/** The line of a look-up or search in the access log: which case asked, and which it met. A repeat writes the same line. */
export function entryOfSearch(search: {
  administration: Administration
  practice: boolean
  action: Extract<(typeof ownLines)['codes'][number], 'lookUpPerson' | 'searchPersons'>
  /** What asked: an effect of a process, or an event of the register. */
  key: string
  cases: readonly string[]
}): AccessEntry {
  const { administration, practice, action, key, cases } = search
  return {
    requestId: uuidOf([action, key, ...cases]),
    actor: null,
    roles: [],
    administration,
    action,
    outcome: 'allowed',
    refusal: null,
    cases: [...cases],
    process: null,
    purpose: 'identification',
    basis: 'identified',
    fields: ['identity'],
    reason: null,
    practice,
    assurance: null,
    via: 'process',
  }
}
