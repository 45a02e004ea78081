import { z } from 'zod'
import { handOverReason, role, unit } from '../codes/index.js'
import { instant, personId } from '../forms/index.js'
import { people } from '../organisation/index.js'
import { deadline } from '../policy/index.js'

/** A finished step: which, the how many-eth time, when, and what came of it. */
const ledgerEntry = z.object({ step: z.string(), n: z.int().positive(), at: instant, result: z.unknown() })
export type LedgerEntry = z.infer<typeof ledgerEntry>

/** A task that is owed beside the steps and outlives them, e.g. the reply to whoever raised the concern. */
const owedTask = z.object({
  task: z.string(),
  kind: z.string(),
  role,
  unit,
  person: personId.nullable(),
  deadline,
  reminded: z.boolean(),
  overdue: z.boolean(),
})
export type OwedTask = z.infer<typeof owedTask>

/** Somebody who stands in and gives the tasks back on a date. */
const standIn = z.object({ from: personId, to: personId, reason: handOverReason, until: z.iso.date() })

/**
 * All that a process must remember between two steps. A process resumes, takes a new release, is restored or
 * re-opened from its last ledger, so every shape ever released must still parse.
 */
export const ledger = z.object({
  version: z.literal(1),
  entries: z.array(ledgerEntry),
  owed: z.array(owedTask),
  people,
  /** Who is responsible for the case, where this process is its register. */
  responsible: personId.nullable(),
  /** People with a conflict of interest: they get no task and no notice. */
  excluded: z.array(personId),
  standIns: z.array(standIn),
  pauses: z.array(z.object({ from: instant, to: instant.nullable() })),
  /** Number of the last recorded event, last task and last effect: idempotency keys continue from here. */
  seq: z.int().nonnegative(),
  tasks: z.int().nonnegative(),
  effects: z.int().nonnegative(),
  /** Case clock minus workflow clock in milliseconds, 0 for every real case; null when it must be found anew. */
  clockOffset: z.number().nullable(),
  /** What the process itself must remember, in its own shape. */
  facts: z.record(z.string(), z.unknown()),
})
export type Ledger = z.infer<typeof ledger>

/** The ledger of a closed case as its re-opening starts from: the enquiry stands, triage is asked anew. */
export function reopenedLedger(closed: Ledger): Ledger {
  const enquiry = closed.entries.filter(entry => entry.step === 'enquiry').slice(0, 1)
  return {
    ...closed,
    entries: enquiry.map(entry => ({ ...entry, result: { next: 'triage' } })),
    owed: [],
    standIns: [],
    pauses: [],
    clockOffset: null,
    facts: { reopened: true },
  }
}
