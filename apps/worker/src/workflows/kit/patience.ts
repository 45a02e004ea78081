import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow'
import type { Journal } from './journal.js'

/** How long an outward call may take before the process shows that it waits. */
const PATIENCE = '2 minutes'

/**
 * Makes an outward call and shows 'waiting for X since …' once if it takes long. The activity's retries cost no
 * events, so neither does the rest of an outage, however long.
 */
export async function withPatience<T>(args: {
  system: string
  journal: Journal
  call: () => Promise<T>
}): Promise<T> {
  const { system, journal } = args
  const patience = new CancellationScope()
  const outage = { shown: false }
  const watch = patience.run(async () => {
    await sleep(PATIENCE, { summary: `Tålmodighed: ${system}` })
    outage.shown = true
    journal.emit({ type: 'waitingStarted', system })
    await journal.write()
  })
  watch.catch((error: unknown) => {
    if (!isCancellation(error)) throw error
  })
  try {
    return await args.call()
  } finally {
    patience.cancel()
    if (outage.shown) journal.emit({ type: 'waitingEnded', system })
  }
}
