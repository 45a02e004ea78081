import { z } from 'zod'
import { closureCode, caseAvoided, handOverReason, pauseReason } from '../codes/index.js'
import { isoDate, personId, vaultRef } from '../forms/index.js'

const by = personId
const text = vaultRef.optional()

/** Completes a task with its answer; the answer's texts lie in the vault under `text`. */
export const completeTask = z.object({
  task: z.string(),
  by,
  answer: z.record(z.string(), z.unknown()),
  /** What reveals who somebody is, in an envelope named after the task. */
  sealed: text,
  text,
})
/** Gives a task to a person in the same unit. */
export const assignTask = z.object({ task: z.string(), by, to: personId })
/** Stops whatever runs and turns the case to the duty to notify. */
export const escalate = z.object({ by, text })
/** Suspends every local deadline until `resume`. Statutory ones run on. */
export const pause = z.object({ by, reason: pauseReason, text })
export const resume = z.object({ by })
/** Gives a person's part in the case to a colleague, until `returnOn` or for good. Dates do not move. */
export const handOver = z.object({
  by,
  from: personId,
  to: personId,
  reason: handOverReason,
  returnOn: isoDate.optional(),
  /** Part of a hand-over in bulk, which tells both people of all of it at once: the process sends no notice. */
  silent: z.boolean().optional(),
})
/** 'I know this family': the person loses the case at once and the leader reassigns it. */
export const declareConflict = z.object({ by, text })
/** Closes the case with its code, whatever was under way. */
export const closeCase = z.object({
  by,
  code: closureCode,
  caseAvoided: caseAvoided.default('unknown'),
  firstHelpOn: isoDate.optional(),
  text,
})
/** Sets a running deadline anew under today's rules, on purpose. */
export const recompute = z.object({ by, task: z.string() })

export type CompleteTask = z.infer<typeof completeTask>
export type AssignTask = z.infer<typeof assignTask>
export type Escalate = z.infer<typeof escalate>
export type Pause = z.infer<typeof pause>
export type Resume = z.infer<typeof resume>
export type HandOver = z.infer<typeof handOver>
export type DeclareConflict = z.infer<typeof declareConflict>
export type CloseCase = z.infer<typeof closeCase>
export type Recompute = z.infer<typeof recompute>

/** Names of the updates that processes answer at any time, and the schema of each. */
export const verbs = {
  completeTask,
  assignTask,
  escalate,
  pause,
  resume,
  handOver,
  declareConflict,
  closeCase,
  recompute,
} as const
export type Verb = keyof typeof verbs

/** What an accepted command answers: up to which event of the process it is recorded. */
export interface Accepted {
  readonly process: string
  readonly seq: number
}
