import { condition } from '@temporalio/workflow'
import type { Flow } from './flow.js'

/** Longest a timer may be set for in one go: 10 years, in milliseconds. */
const FAR = 10 * 365 * 24 * 3600 * 1000

/**
 * What a branch of a process waits at: a person's answer, a message, or a moment.
 * Ringing it hands the work back at once, so that whoever rang can wait until everything is settled.
 */
export class Bell {
  private waiting = false
  private rung = false

  constructor(
    private readonly flow: Flow,
    /** Name of the timer in Temporal UI. */
    private readonly summary: string,
  ) {}

  /** Wakes whoever waits here, or the next one who comes. */
  ring(): void {
    if (!this.waiting) {
      this.rung = true
      return
    }
    this.waiting = false
    this.flow.work()
  }

  /** Waits until the bell rings (true) or until the case clock shows `until` (false). */
  async wait(until?: string): Promise<boolean> {
    if (this.rung) {
      this.rung = false
      return true
    }
    this.waiting = true
    const moment = this.flow.rest(until)
    try {
      if (until !== undefined)
        return await condition(this.heard, this.within(until), { summary: this.summary })
      await condition(this.heard)
      return true
    } finally {
      this.flow.forget(moment)
      if (!this.heard()) {
        this.waiting = false
        this.flow.work()
      }
    }
  }

  private readonly heard = (): boolean => !this.waiting

  private within(until: string): number {
    return Math.min(FAR, Math.max(1, this.flow.clock.until(until)))
  }
}
