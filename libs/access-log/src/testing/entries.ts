import { randomUUID } from 'node:crypto'
import type { AccessEntry } from '../entry.js'

/** A social worker's look at a case, changed as a test wants it. */
export function anEntry(changes: Partial<AccessEntry> = {}): AccessEntry {
  return {
    requestId: randomUUID(),
    actor: 'sw-anna',
    roles: ['socialWorker'],
    administration: 'children-and-youth',
    action: 'getCase',
    outcome: 'allowed',
    refusal: null,
    cases: ['k7qm4d2x9a'],
    process: null,
    purpose: 'caseWork',
    basis: 'part',
    fields: ['codes', 'texts'],
    reason: null,
    practice: false,
    assurance: 'substantial',
    via: 'session',
    ...changes,
  }
}
