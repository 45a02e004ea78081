import type { HandOver } from '@brobygger/domain/messages'
import type { Ledger } from '@brobygger/domain/processes'
import { morningOf } from './activities.js'
import { Bell } from './bell.js'
import type { Flow } from './flow.js'

/** Somebody who stands in for a colleague, at once or from a date to come, until another. */
export type StandIn = Ledger['standIns'][number]

/** What a deputy had before, and keeps: nothing is known of that until they begin. */
export const nothingOwn: StandIn['keeps'] = { parts: [], tasks: [], responsible: false }

/** What it means in a process that somebody begins to stand in, and ceases to. */
interface Moves {
  readonly takeOver: (standIn: StandIn) => void
  readonly giveBack: (standIn: StandIn) => void
}

/**
 * Colleagues who stand in for a while: they take the tasks over on the morning of the first date, and give them back on
 * the morning of the last.
 */
export class StandIns {
  private readonly bells = new Set<Bell>()
  private dismissed = false

  constructor(
    private readonly flow: Flow,
    public entries: StandIn[],
    private readonly moves: Moves,
  ) {
    for (const entry of entries) this.keep(entry)
  }

  /** Somebody has taken over, until a date; what they had before is theirs. */
  add(handOver: HandOver, keeps: StandIn['keeps']): void {
    const { from, to, reason, returnOn, silent = false } = handOver
    if (returnOn === undefined) return
    const entry = { from, to, reason, begins: null, until: returnOn, silent, keeps }
    this.entries.push(entry)
    this.keep(entry)
  }

  /** Somebody will stand in between two dates; one that is arranged already is left alone. */
  arrange(standIn: Omit<StandIn, 'silent' | 'keeps'>): void {
    const { from, to, until } = standIn
    if (this.entries.some(other => other.from === from && other.to === to && other.until === until)) return
    const entry = { ...standIn, silent: false, keeps: nothingOwn }
    this.entries.push(entry)
    this.keep(entry)
  }

  /** The process ends: nobody stands in any more. */
  dismiss(): void {
    this.dismissed = true
    for (const bell of this.bells) bell.ring()
  }

  private keep(entry: StandIn): void {
    void this.flow.branch(async () => {
      if (entry.begins !== null) {
        await this.until(entry.begins, 'Vikariat begynder')
        entry.begins = null
        if (!this.dismissed) this.moves.takeOver(entry)
      }
      await this.until(entry.until, 'Vikariat slutter')
      this.entries = this.entries.filter(other => other !== entry)
      if (!this.dismissed) this.moves.giveBack(entry)
    })
  }

  /** Waits for the morning of a date, or until nobody stands in any more. */
  private async until(on: string, summary: string): Promise<void> {
    if (this.dismissed) return
    const bell = new Bell(this.flow, summary)
    this.bells.add(bell)
    await bell.wait(await morningOf({ on }))
    this.bells.delete(bell)
  }
}
