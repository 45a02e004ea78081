import { z } from 'zod'
import { giverRole, handOverReason, role, unit } from '../codes/index.js'
import { instant, personId } from '../forms/index.js'
import { letterKind } from '../letters/index.js'
import { people } from '../organisation/index.js'
import { deadline } from '../policy/index.js'
import type { Process } from './define.js'

/** A finished step: which, the how many-eth time, when, and what came of it. */
const ledgerEntry = z.object({ step: z.string(), n: z.int().positive(), at: instant, result: z.unknown() })
export type LedgerEntry = z.infer<typeof ledgerEntry>

/** A task that waits for its answer. */
const waitingTask = z.object({
  task: z.string(),
  kind: z.string(),
  role,
  unit,
  person: personId.nullable(),
  deadline,
  reminded: z.boolean(),
  overdue: z.boolean(),
  /** What the task is about within its process, e.g. an institution. */
  about: z.string().nullable().default(null),
  /** Who may not answer it: what one person decided, another approves. */
  notBy: z.array(personId).default([]),
})
export type WaitingTask = z.infer<typeof waitingTask>

/** Somebody who stands in, from a date where it is still to come, and gives the tasks back on another. */
const standIn = z.object({
  from: personId,
  to: personId,
  reason: handOverReason,
  /** When they begin to; null when they have begun. */
  begins: z.iso.date().nullable().default(null),
  until: z.iso.date(),
  /** Came with a hand-over in bulk: goes back without a notice for each case. */
  silent: z.boolean().default(false),
  /** What the deputy had before, and keeps. */
  keeps: z
    .object({ parts: z.array(z.string()), tasks: z.array(z.string()), responsible: z.boolean() })
    .default({ parts: [], tasks: [], responsible: false }),
})

/** A letter to somebody outside that is not known to be there. */
const letterUnderWay = z.object({
  kind: letterKind,
  to: role.or(giverRole),
  /** Number of the event that says it was sent. */
  seq: z.int().positive(),
  /** The task of whoever hands it over, once there is one. */
  task: z.string().nullable(),
  /** When it was put in the post, on paper. */
  postedAt: instant.optional(),
})
export type LetterUnderWay = z.infer<typeof letterUnderWay>

/**
 * All that a process must remember between two steps. A process resumes, takes a new release, is restored or
 * re-opened from its last ledger, so every shape ever released must still parse.
 */
export const ledger = z.object({
  version: z.literal(1),
  entries: z.array(ledgerEntry),
  /** Tasks owed beside the steps, which outlive them: the reply to whoever raised the concern. */
  owed: z.array(waitingTask),
  /** Tasks of the step under way: whoever asks again in a new run takes them up as they stand. */
  asked: z.array(waitingTask).default([]),
  letters: z.array(letterUnderWay).default([]),
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

/**
 * The ledger from which an ended process is opened again: what it knows stands, and it goes on from the step that its
 * list names for that. Null for a kind that is not re-opened but begun anew, such as a consent.
 */
export function reopenedLedger(
  { steps, reopensAt }: Pick<Process, 'steps' | 'reopensAt'>,
  ended: Ledger,
): Ledger | null {
  const [first] = steps
  if (reopensAt === undefined || first === undefined) return null
  const began = ended.entries.find(entry => entry.step === first.id)
  const way = { next: reopensAt }
  const at = began?.at ?? ended.entries[0]?.at
  return {
    ...ended,
    entries: at === undefined || first.id === reopensAt ? [] : [{ step: first.id, n: 1, at, result: way }],
    owed: [],
    asked: [],
    letters: [],
    standIns: [],
    pauses: [],
    clockOffset: null,
    facts: { ...ended.facts, reopened: true },
  }
}
