import type { CaseEvent, EventType } from '@brobygger/domain/events'
import { basisChanges } from './bases.js'
import { isErased } from './erased.js'
import { erasureChanges } from './erasure.js'
import { accessChanges } from './access-requests.js'
import { accessReviewChanges } from './access-reviews.js'
import { bulkChanges } from './bulk-hand-over.js'
import { caseChanges } from './cases.js'
import type { Change, Projection } from './change.js'
import { consentChanges } from './consents.js'
import { entryChanges } from './entries.js'
import { familyHouseChanges } from './family-house.js'
import { handoverChanges } from './handovers.js'
import { personLookUpChanges } from './person-look-ups.js'
import { processChanges } from './processes.js'
import { registryEventChanges } from './registry-events.js'
import { restrictionChanges } from './restrictions.js'
import { taskChanges } from './tasks.js'
import { visitChanges } from './visits.js'

/** Events that are read in the log only. */
const logOnly = {
  stepFinished: () => [],
  taskAtRisk: () => [],
  envelopeOpened: () => [],
  numberAssigned: () => [],
  registerTold: () => [],
  caseIndexed: () => [],
  journalAsked: () => [],
  journalised: () => [],
  envelopeDestroyed: () => [],
  handedOver: () => [],
  handedBack: () => [],
} satisfies Partial<Projection<EventType>>

const byType: Projection<EventType> = {
  ...processChanges,
  ...caseChanges,
  ...taskChanges,
  ...consentChanges,
  ...basisChanges,
  ...handoverChanges,
  ...familyHouseChanges,
  ...bulkChanges,
  ...visitChanges,
  ...accessChanges,
  ...erasureChanges,
  ...accessReviewChanges,
  ...entryChanges,
  ...restrictionChanges,
  ...registryEventChanges,
  ...personLookUpChanges,
  ...logOnly,
}

/** What one event changes in the read model. Pure: the same event gives the same changes for ever. */
export function project(event: CaseEvent): readonly Change[] {
  if (isErased(event)) return []
  // The table is complete and keyed by the type of the very body it is given.
  const changesOf = byType[event.body.type] as (event: CaseEvent) => readonly Change[]
  return changesOf(event)
}
