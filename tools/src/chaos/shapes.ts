import { caseEvent } from '@brobygger/domain/events'
import { z } from 'zod'

/** What chaos needs to know of a case. */
export const shownCase = z.object({
  id: z.string(),
  /** Null for those who see one part of the case only. */
  status: z.string().nullable(),
  closureCode: z.string().nullable(),
  tasks: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      status: z.string(),
      role: z.string(),
      person: z.string().nullable(),
    }),
  ),
  processes: z.array(z.object({ id: z.string(), status: z.string() })),
  consents: z.array(z.object({ id: z.string(), status: z.string() })),
  handovers: z.array(z.object({ offer: z.string(), status: z.string(), direction: z.string() })),
})
export type ShownCase = z.infer<typeof shownCase>

const recordedEvent = caseEvent.extend({ position: z.int() })
export const eventPage = z.object({ items: z.array(recordedEvent), next: z.string().nullable() })
export type CaseEvent = z.infer<typeof recordedEvent>

export const stuckAnswer = z.object({
  failing: z.array(z.object({ process: z.string(), problems: z.array(z.string()) })),
  waiting: z.array(z.object({ process: z.string(), system: z.string() })),
})

/** One line of a simulator's ledger. */
export const effects = z.array(
  z.object({
    key: z.string(),
    request: z.record(z.string(), z.unknown()),
    answer: z.record(z.string(), z.unknown()),
  }),
)
export type Effect = z.infer<typeof effects>[number]
