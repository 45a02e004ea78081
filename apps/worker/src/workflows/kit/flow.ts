import type { CaseClock } from './clock.js'

/** A moment that a resting branch waits for. */
interface Moment {
  readonly at: string | undefined
}

/**
 * Knows whether anything in the process still has work to do at this very moment. When nothing has, every branch waits
 * for a person, a message or a date: then, and only then, what happened is recorded and callers get their answer.
 */
export class Flow {
  /**
   * Whether the process has come to rest in this run, and has recorded that: only then it stands where it was last
   * seen, and no record is under way with which another short call could change places when the history is replayed.
   */
  begun = false
  private working = 1
  private readonly moments = new Set<Moment>()
  private readonly calls = new Set<number>()
  private lastCall = 0
  private readonly outages = new Set<Moment>()

  constructor(readonly clock: CaseClock) {}

  /** Whether every branch rests. */
  get resting(): boolean {
    return this.working === 0
  }

  /** The earliest moment that a resting branch waits for, if any. */
  get next(): string | null {
    const dates = [...this.moments].flatMap(moment => (moment.at === undefined ? [] : [moment.at]))
    return dates.sort()[0] ?? null
  }

  /** One more branch has work. */
  work(): void {
    this.working += 1
  }

  /** A branch has no more work, and waits for nothing. */
  done(): void {
    this.working -= 1
  }

  /** A branch comes to rest, until an instant or for as long as it takes. */
  rest(until?: string): Moment {
    this.working -= 1
    const moment = { at: until }
    this.moments.add(moment)
    return moment
  }

  /** A branch no longer waits for the moment. */
  forget(moment: Moment): void {
    this.moments.delete(moment)
  }

  /** Something outside is down until an instant, as a practice case has it: time may go on. Gives how to take it back. */
  down(until: string): () => void {
    const moment = { at: until }
    this.moments.add(moment)
    this.outages.add(moment)
    return () => {
      this.moments.delete(moment)
      this.outages.delete(moment)
    }
  }

  /** Whether something waits for what is down in practice. */
  get inOutage(): boolean {
    return this.outages.size > 0
  }

  /** Runs a branch beside the others; it counts as working until it ends or rests. */
  async branch<T>(run: () => Promise<T>): Promise<T> {
    this.work()
    try {
      return await run()
    } finally {
      this.working -= 1
    }
  }

  /** Runs something that may take long, during which the branch counts as resting. */
  async aside<T>(run: () => Promise<T>): Promise<T> {
    this.working -= 1
    try {
      return await run()
    } finally {
      this.working += 1
    }
  }

  /**
   * Makes a call outward. The process rests meanwhile, so that other commands are answered; the command that caused
   * the call waits for it, and so does the end of the run.
   */
  async call<T>(run: () => Promise<T>): Promise<T> {
    this.lastCall += 1
    const id = this.lastCall
    this.calls.add(id)
    try {
      return await this.aside(run)
    } finally {
      this.calls.delete(id)
    }
  }

  /** Number of the last call begun: whoever notes it can wait for the calls that it causes. */
  get called(): number {
    return this.lastCall
  }

  /** Whether a call begun after the one of this number is still under way. */
  callingSince(call: number): boolean {
    return [...this.calls].some(id => id > call)
  }
}
