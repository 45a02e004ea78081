import { z } from 'zod'
import { ruleId } from './rule-id.js'

/**
 * When something falls due, by which version of which rule, and why in words. Carries no personal data except
 * what the reason of an agreed date says, which is chosen from fixed texts.
 */
export const deadline = z.strictObject({
  rule: ruleId,
  ruleVersion: z.int().min(1),
  /** The instant from which the deadline runs, in UTC. */
  from: z.iso.datetime(),
  /** The last instant that is in time, in UTC. */
  dueAt: z.iso.datetime(),
  /** The local date of `dueAt` in Copenhagen. */
  dueOn: z.iso.date(),
  /** When whoever owes the step is reminded, in UTC; absent where there is no reminder. */
  remindAt: z.iso.datetime().exactOptional(),
  explanation: z.strictObject({ da: z.string().min(1), en: z.string().min(1) }),
})
export type Deadline = Readonly<z.infer<typeof deadline>>
