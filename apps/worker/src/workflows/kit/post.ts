import type { LetterKind } from '@brobygger/domain/letters'
import type { GiverRole, Role } from '@brobygger/domain/codes'
import { condition } from '@temporalio/workflow'
import type { Letter } from '../../activities/types.js'
import { outward } from './activities.js'
import type { Flow } from './flow.js'
import type { Journal } from './journal.js'
import { withPatience } from './patience.js'

/** Sends letters and notices beside the process: what waits is sent in one go, and no step waits for it. */
export class Post {
  private tray: Letter[] = []
  private sending = false

  constructor(
    private readonly process: { readonly id: string; readonly caseId: string },
    private readonly flow: Flow,
    private readonly journal: Journal,
    /** Number of the last outward effect; continues over runs. */
    public effects: number,
  ) {}

  /** A new idempotency key for an outward effect of this process. */
  key(): string {
    this.effects += 1
    return `${this.process.id}.e${this.effects}`
  }

  /** Puts a letter in the tray. Nobody is written to without a person, except givers of consent at their contact. */
  send(letter: { kind: LetterKind; to: Role | GiverRole; person: string | null }): void {
    this.tray.push({ ...letter, effect: this.key() })
  }

  /** Whether everything has been sent. */
  get empty(): boolean {
    return this.tray.length === 0 && !this.sending
  }

  /** Sends whenever the process rests; runs beside it to its end. */
  async keep(): Promise<never> {
    for (;;) {
      await condition(() => this.flow.resting && this.tray.length > 0)
      const letters = this.tray
      this.tray = []
      this.sending = true
      const at = this.flow.clock.now()
      const sent = await withPatience({
        system: 'letters',
        journal: this.journal,
        call: () => outward.sendLetters({ caseId: this.process.caseId, at, letters }),
      })
      this.sending = false
      for (const { effect, letter } of sent) {
        const { kind, to, person } = letters.find(entry => entry.effect === effect) ?? {}
        if (kind !== undefined) this.journal.emit({ type: 'letterSent', effect, kind, to: to as Role, person: person ?? null, letter })
      }
    }
  }
}
