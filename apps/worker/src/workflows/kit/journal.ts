import type { CaseEvent, EventBody } from '@brobygger/domain/events'
import type { Ledger } from '@brobygger/domain/processes'
import type { Administration } from '@brobygger/domain/codes'
import { downUntil, type PracticeOutage } from '@brobygger/domain/outward'
import { CancellationScope, condition } from '@temporalio/workflow'
import { record } from './activities.js'
import type { Flow } from './flow.js'

/** What a process says of itself in each line it writes. */
export interface Author {
  readonly process: string
  readonly caseId: string
  readonly administration: Administration
  readonly practice: boolean
}

/**
 * Collects what happens and writes it in one go as soon as the process rests. A command's answer waits for that, so
 * whatever was accepted is already visible when the answer arrives.
 */
export class Journal {
  /** Systems outside that the process is seen to wait for. */
  readonly waits = new Set<string>()
  /** Told of each such wait that begins. */
  onWait: () => void = () => undefined
  private outbox: CaseEvent[] = []
  private writing = false

  constructor(
    private readonly author: Author,
    readonly flow: Flow,
    /** Number of the last event; continues over runs. */
    public seq: number,
    private readonly ledger: () => Ledger,
    private readonly beforeWrite: () => void,
    /** What is down in practice, and when. */
    private readonly outages: readonly PracticeOutage[] = [],
  ) {}

  /** Until when a system is down, in a practice case that says so; null when it is up. */
  downUntil(system: string): string | null {
    return downUntil(this.outages, { system, at: this.flow.clock.now() })
  }

  /** Adds an event, dated by the case clock. */
  emit(body: EventBody, by: string | null = null): void {
    this.seq += 1
    this.outbox.push({ ...this.author, seq: this.seq, at: this.flow.clock.now(), by, body })
  }

  /** Whether nothing is left to do or to write. */
  get settled(): boolean {
    return this.flow.resting && this.outbox.length === 0 && !this.writing
  }

  /** Writes whenever the process has come to rest; runs beside it to its end. */
  async keep(): Promise<never> {
    for (;;) {
      await condition(() => this.flow.resting && this.outbox.length > 0 && !this.writing)
      await this.write()
    }
  }

  /** Writes now, before something that may take long. */
  async write(): Promise<void> {
    await CancellationScope.nonCancellable(async () => {
      await condition(() => !this.writing)
      if (this.outbox.length === 0) return
      this.writing = true
      this.beforeWrite()
      const events = this.outbox
      this.outbox = []
      try {
        await record({ events, ledger: this.ledger() })
      } finally {
        this.writing = false
      }
    })
  }

  /** Resolves when everything that has happened is written, and no call begun after `call` is under way. */
  async whenSettled(call = Number.MAX_SAFE_INTEGER): Promise<void> {
    await condition(() => this.settled && !this.flow.callingSince(call))
  }
}
