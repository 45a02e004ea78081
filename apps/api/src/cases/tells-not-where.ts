import type { RecordedEvent } from '@brobygger/database'

/** What would: the institution, the municipality moved to, and whether the child lives in this one. */
const tell = ['institution', 'municipality', 'livesHere'] as const

/** Whether an event tells nothing of where the child can be found. */
export function tellsNotWhere({ body }: Pick<RecordedEvent, 'body'>): boolean {
  const told: Readonly<Record<string, unknown>> = body
  return tell.every(name => (told[name] ?? null) === null)
}
