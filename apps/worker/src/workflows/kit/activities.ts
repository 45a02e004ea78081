import { outwardRetry } from '@brobygger/domain/outward'
import { ActivityCancellationType, proxyActivities, proxyLocalActivities } from '@temporalio/workflow'
import type {
  KeyActivities,
  ErasureActivities,
  NearActivities,
  OrdinaryActivities,
  PersonActivities,
  ReadActivities,
  ShortActivities,
} from '../../activities/types.js'
import { inTurn } from './in-turn.js'

/** Short and idempotent: run inside the workflow task, one attempt of two seconds. */
const short = inTurn(
  proxyLocalActivities<ShortActivities>({
    startToCloseTimeout: '2s',
    retry: { maximumAttempts: 1 },
  }),
)

/** The same, for as long as it takes, when the database is away. */
const patient = proxyActivities<ShortActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '1s', maximumInterval: '30s' },
})

/** A short try of an outward call inside the workflow task: one attempt, one event. */
export const near = inTurn(
  proxyLocalActivities<NearActivities & KeyActivities>({
    startToCloseTimeout: '1s',
    retry: { maximumAttempts: 1 },
  }),
)

/** Outward calls: registries, letters, other processes. */
export const outward = proxyActivities<OrdinaryActivities & KeyActivities>({
  startToCloseTimeout: '15s',
  retry: outwardRetry,
})

/** The register of persons: whoever has the answer from somewhere else asks no more. */
export const registerOfPersons = proxyActivities<PersonActivities>({
  startToCloseTimeout: '15s',
  retry: outwardRetry,
  cancellationType: ActivityCancellationType.TRY_CANCEL,
})

/** The steps of an erasure: each may take long, is missed at once when its worker dies, and is tried until it is done. */
export const erasing = proxyActivities<ErasureActivities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1 minute' },
})

/** What is read from the read model. Never within the workflow task: a second attempt would read something else. */
export const readings = proxyActivities<ReadActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '1s', maximumInterval: '30s' },
})

/** Writes events and ledger; returns when they are stored. */
export async function record(batch: Parameters<ShortActivities['record']>[0]): Promise<void> {
  try {
    await short.record(batch)
  } catch {
    await patient.record(batch)
  }
}

/** Reads the rule table, local amounts and closing days of the municipality. The result in history is the deadline. */
export const { setDeadline, morningOf, amountOf, planRound, visitMoments } = inTurn(
  proxyLocalActivities<ShortActivities>({
    startToCloseTimeout: '2s',
    retry: { maximumAttempts: 3 },
  }),
)
