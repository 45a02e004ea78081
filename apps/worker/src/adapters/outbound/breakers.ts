import type { OutsideSystem } from '@brobygger/domain/outward'
import { PortError } from '../../ports/errors.js'

type Permission = { readonly may: 'ask' | 'try' } | { readonly may: 'wait'; readonly waitMs: number }

/** What all workers know of the systems outside. Throws when it cannot be reached. */
export interface BreakerStore {
  mayCall(system: OutsideSystem): Promise<Permission>
  noteFailure(failure: { system: OutsideSystem; reason: string; retryAfterMs?: number }): Promise<void>
  noteSuccess(system: OutsideSystem): Promise<void>
  /** Systems that failed last, and that nobody has asked since it was time to. */
  unasked(): Promise<readonly OutsideSystem[]>
}

/** Makes a call to one system. Throws what the call throws; PortError `unavailable`, `resting`, while it is left alone. */
export type Guarded = <T>(run: () => Promise<T>) => Promise<T>

/** How long the store is waited for, in milliseconds: it must not become an outage of its own. */
const PATIENCE = 500
/** How long a system that answered, or that nobody complains of, is asked freely without asking the store again. */
const TRUST = 5_000
/** When a call that a caseworker waits for is slow, in milliseconds, and how long no other is then made to wait for one. */
const SLOW = 900
const REST = 30_000

/**
 * Leaves a system that does not answer alone, together with all other workers, and asks again when it is time: one of them
 * tries, and when it gets an answer all go on. While the store itself is away every call goes out. Calls that a caseworker
 * waits for also leave a system alone that is slow: others go on asking it. At a system that nobody asks any more somebody
 * knocks, so that its outage ends by itself.
 */
export class Breakers {
  private readonly trusted = new Map<OutsideSystem, number>()
  private readonly slow = new Map<OutsideSystem, number>()
  private readonly knocks = new Map<OutsideSystem, () => Promise<unknown>>()

  /** @param hurried whether a caseworker waits for the call that is being made */
  constructor(
    private readonly store: BreakerStore,
    private readonly hurried: () => boolean,
  ) {}

  /** @param knock asks whether the system answers at all, and nothing of any case; throws PortError when it does not */
  guard(system: OutsideSystem, knock: () => Promise<unknown>): Guarded {
    this.knocks.set(system, knock)
    return run => this.call(system, run)
  }

  /** Knocks at the systems that failed last and that nobody asks any more. What comes of it is noted, never thrown. */
  async knock(): Promise<void> {
    const unasked = await inTime(this.store.unasked(), [])
    const known = unasked.flatMap(system => {
      const knock = this.knocks.get(system)
      return knock === undefined ? [] : [this.ask(system, knock)]
    })
    await Promise.allSettled(known)
  }

  private async call<T>(system: OutsideSystem, run: () => Promise<T>): Promise<T> {
    const restFor = (this.slow.get(system) ?? 0) - Date.now()
    if (restFor > 0 && this.hurried()) throw resting(system, restFor)
    return await this.ask(system, run)
  }

  private async ask<T>(system: OutsideSystem, run: () => Promise<T>): Promise<T> {
    const permission = await this.permission(system)
    if (permission.may === 'wait') throw resting(system, permission.waitMs)
    const tooLong = setTimeout(() => this.slow.set(system, Date.now() + REST), SLOW)
    try {
      const answer = await run()
      if (permission.may === 'try') await inTime(this.store.noteSuccess(system), undefined)
      return answer
    } catch (error) {
      await this.noteEnd(system, permission.may, error)
      throw error
    } finally {
      clearTimeout(tooLong)
    }
  }

  private async permission(system: OutsideSystem): Promise<Permission> {
    if (Date.now() < (this.trusted.get(system) ?? 0)) return { may: 'ask' }
    const permission = await inTime(this.store.mayCall(system), { may: 'ask' } as const)
    if (permission.may === 'ask') this.trusted.set(system, Date.now() + TRUST)
    return permission
  }

  /** A system that says no has answered. */
  private async noteEnd(system: OutsideSystem, may: 'ask' | 'try', error: unknown): Promise<void> {
    if (!(error instanceof PortError)) return
    const { retryable, reason, retryAfterMs } = error
    if (retryable) {
      this.trusted.delete(system)
      this.slow.set(system, Date.now() + REST)
      const asked = retryAfterMs === undefined ? {} : { retryAfterMs }
      await inTime(this.store.noteFailure({ system, reason, ...asked }), undefined)
    } else if (may === 'try') await inTime(this.store.noteSuccess(system), undefined)
  }
}

const resting = (system: OutsideSystem, retryAfterMs: number): PortError =>
  new PortError({ system, code: 'unavailable', reason: 'resting', retryAfterMs })

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
