import { CancellationScope, isCancellation, patched, sleep } from '@temporalio/workflow'
import type { Flow } from './flow.js'
import type { Journal } from './journal.js'

/** How long an outward call may take before the process shows that it waits. */
const PATIENCE = '30 seconds'

/**
 * Makes an outward call and shows 'waiting for X since …' once if it takes long. The activity's retries cost no
 * events, so neither does the rest of an outage, however long.
 */
export async function withPatience<T>(args: {
  system: string
  journal: Journal
  call: () => Promise<T>
  /** Told when the process is seen to wait. */
  onShown?: () => void
  /** Since when an earlier run is seen to wait for the same. */
  shownSince?: string | undefined
}): Promise<T> {
  const { system, journal, onShown, shownSince } = args
  const since = journal.flow.clock.now()
  const patience = new CancellationScope()
  const outage = { shown: shownSince !== undefined, over: false }
  const wait = (): void => {
    journal.waits.add(system)
    onShown?.()
  }
  const watch = patience.run(async () => {
    if (outage.shown) {
      wait()
      return
    }
    await sleep(PATIENCE, { summary: `Tålmodighed: ${system}` })
    // The answer came in the same moment as the end of patience: a wait that is shown now would never be taken away.
    if (outage.over && patched('answered-in-time')) return
    outage.shown = true
    journal.emit({ type: 'waitingStarted', system, since })
    wait()
    journal.onWait()
    await journal.write()
  })
  watch.catch((error: unknown) => {
    if (!isCancellation(error)) throw error
  })
  try {
    const down = journal.downUntil(system)
    if (down !== null) await untilUp(journal.flow, { system, until: down })
    return await args.call()
  } finally {
    outage.over = true
    patience.cancel()
    journal.waits.delete(system)
    if (outage.shown) journal.emit({ type: 'waitingEnded', system })
  }
}

/** Practice adapters answer at once; what a practice case says is down is waited for on its own clock instead. */
async function untilUp(flow: Flow, { system, until }: { system: string; until: string }): Promise<void> {
  const up = flow.down(until)
  try {
    await sleep(Math.max(1, flow.clock.until(until)), { summary: `Nedbrud i øvelse: ${system}` })
  } finally {
    up()
  }
}
