import type { OutsideSystem } from '@brobygger/domain/outward'
import { PortError } from '../../ports/errors.js'

/** What all workers know of the systems outside. Throws when it cannot be reached. */
export interface BreakerStore {
  mayCall(
    system: OutsideSystem,
  ): Promise<{ readonly may: 'ask' | 'try' } | { readonly may: 'wait'; readonly waitMs: number }>
  noteFailure(failure: { system: OutsideSystem; reason: string; retryAfterMs?: number }): Promise<void>
  noteSuccess(system: OutsideSystem): Promise<void>
}

/** How long the store is waited for, in milliseconds: it must not become an outage of its own. */
const PATIENCE = 500

/**
 * Leaves a system that does not answer alone, together with all other workers, and asks again when it is time: one of them
 * tries, and when it gets an answer all go on. While the store itself is away every call goes out.
 */
export class Breakers {
  constructor(private readonly store: BreakerStore) {}

  /** @throws what the call throws; PortError `unavailable`, `resting`, at once while the system is left alone */
  async call<T>(system: OutsideSystem, run: () => Promise<T>): Promise<T> {
    const permission = await inTime(this.store.mayCall(system), { may: 'ask' } as const)
    if (permission.may === 'wait') {
      const retryAfterMs = permission.waitMs
      throw new PortError({ system, code: 'unavailable', reason: 'resting', retryAfterMs })
    }
    try {
      const answer = await run()
      if (permission.may === 'try') await inTime(this.store.noteSuccess(system), undefined)
      return answer
    } catch (error) {
      await this.noteEnd(system, permission.may, error)
      throw error
    }
  }

  /** A system that says no has answered. */
  private async noteEnd(system: OutsideSystem, may: 'ask' | 'try', error: unknown): Promise<void> {
    if (!(error instanceof PortError)) return
    const { retryable, reason, retryAfterMs } = error
    if (retryable) {
      const asked = retryAfterMs === undefined ? {} : { retryAfterMs }
      await inTime(this.store.noteFailure({ system, reason, ...asked }), undefined)
    } else if (may === 'try') await inTime(this.store.noteSuccess(system), undefined)
  }
}

/** What a promise gives, or something else when it fails or takes too long. */
async function inTime<T, E>(promise: Promise<T>, otherwise: E): Promise<T | E> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<E>(resolve => {
    timer = setTimeout(() => resolve(otherwise), PATIENCE)
  })
  try {
    return await Promise.race([promise.catch(() => otherwise), late])
  } finally {
    clearTimeout(timer)
  }
}
