import type { HandOver } from '@brobygger/domain/messages'
import type { Ledger } from '@brobygger/domain/processes'
import { morningOf } from './activities.js'
import { Bell } from './bell.js'
import type { Flow } from './flow.js'

type Entry = Ledger['standIns'][number]

/** Colleagues who stand in for a while, and give the tasks back on the morning of the agreed date. */
export class StandIns {
  private readonly bells = new Set<Bell>()
  private dismissed = false

  constructor(
    private readonly flow: Flow,
    public entries: Entry[],
    private readonly giveBack: (entry: Entry) => void,
  ) {
    for (const entry of entries) this.keep(entry)
  }

  /** Somebody stands in until a date; what they had before is theirs. */
  add(handOver: HandOver, keeps: Entry['keeps']): void {
    const { from, to, reason, returnOn, silent = false } = handOver
    if (returnOn === undefined) return
    const entry = { from, to, reason, until: returnOn, silent, keeps }
    this.entries.push(entry)
    this.keep(entry)
  }

  /** The process ends: nobody stands in any more. */
  dismiss(): void {
    this.dismissed = true
    for (const bell of this.bells) bell.ring()
  }

  private keep(entry: Entry): void {
    void this.flow.branch(async () => {
      const bell = new Bell(this.flow, 'Vikariat slutter')
      this.bells.add(bell)
      await bell.wait(await morningOf({ on: entry.until }))
      this.bells.delete(bell)
      this.entries = this.entries.filter(other => other !== entry)
      if (!this.dismissed) this.giveBack(entry)
    })
  }
}
