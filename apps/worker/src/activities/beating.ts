import { heartbeat } from '@temporalio/activity'

/** Between two signs of life, in milliseconds: several within the engine's patience. */
const BEAT = 4_000

/** Does long work, and tells the engine meanwhile that this worker lives: its death is noticed at once. */
export async function beating<T>(work: () => Promise<T>): Promise<T> {
  const beat = setInterval(() => {
    heartbeat()
  }, BEAT)
  try {
    return await work()
  } finally {
    clearInterval(beat)
  }
}
