import type { RecordedEvent } from '@brobygger/database'

/** Whether an event tells nothing of where the child can be found: no institution, and no municipality moved to. */
export function tellsNotWhere({ body }: Pick<RecordedEvent, 'body'>): boolean {
  return !('institution' in body) && !('municipality' in body && body.municipality !== null)
}
