import type { BulkHandOverInput } from '@brobygger/domain/messages'

/** What is asked for: the person's open work here, this hand-over itself excepted. */
export function heldHere({ from, caseId, practice, cases }: BulkHandOverInput) {
  return { person: from, except: caseId, practice: practice !== null, cases }
}
