import type { GiverRole, Role } from '@brobygger/domain/codes'
import type { LetterKind } from '@brobygger/domain/letters'
import { condition } from '@temporalio/workflow'
import type { Letter, SentLetter } from '../../activities/types.js'
import { near, outward } from './activities.js'
import type { Flow } from './flow.js'
import type { Journal } from './journal.js'
import { withPatience } from './patience.js'
import type { SentOut } from './sent-out.js'

/**
 * Sends letters and notices. A short try inside the workflow task costs one event; what that does not get through goes
 * out beside the process with the patience an outage needs, and no step waits for it.
 */
export class Post {
  private tray: Letter[] = []
  private backlog: Letter[] = []
  private sending = false
  /** Told of each letter to somebody outside that has gone out. */
  sent: (letter: SentOut) => void = () => undefined
  /** Whether no letter goes to somebody of the family any more. */
  isStopped: (to: Role | GiverRole) => boolean = () => false

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

  /**
   * Puts a letter in the tray. Nobody is written to without a person, except givers of consent at their contact.
   * `number` is how many cases it is about, where there are several.
   */
  send(letter: { kind: LetterKind; to: Role | GiverRole; person: string | null; number?: number }): void {
    if (letter.person === null && this.isStopped(letter.to)) return
    this.tray.push({ ...letter, effect: this.key() })
    if (this.tray.length === 1) void this.flow.branch(() => this.tryNow())
  }

  /** Whether everything has been sent. */
  get empty(): boolean {
    return this.tray.length === 0 && this.backlog.length === 0 && !this.sending
  }

  /** Tries at once what is put in the tray in one go. */
  private async tryNow(): Promise<void> {
    await Promise.resolve()
    const letters = this.tray
    this.tray = []
    if (this.journal.downUntil('letters') !== null) {
      this.backlog.push(...letters)
      return
    }
    try {
      this.note(letters, await near.sendLetters(this.request(letters)))
    } catch {
      this.backlog.push(...letters)
    }
  }

  /** Sends what could not be sent at once; runs beside the process to its end. */
  async keep(): Promise<never> {
    for (;;) {
      await condition(() => this.backlog.length > 0)
      const letters = this.backlog
      this.backlog = []
      this.sending = true
      const call = () => outward.sendLetters(this.request(letters))
      this.note(letters, await withPatience({ system: 'letters', journal: this.journal, call }))
      this.sending = false
    }
  }

  private request(letters: readonly Letter[]) {
    return { caseId: this.process.caseId, at: this.flow.clock.now(), letters }
  }

  /** Writes down what became of letters; one of which nothing is known yet is sent again, with patience. */
  note(letters: readonly Letter[], sent: readonly SentLetter[]): void {
    for (const letter of letters) {
      const answer = sent.find(entry => entry.effect === letter.effect)
      if (answer === undefined) this.backlog.push(letter)
      else this.noteOne(letter, answer)
    }
  }

  private noteOne({ effect, kind, to, person }: Letter, { letter, status: receipt }: SentLetter): void {
    this.journal.emit({ type: 'letterSent', effect, kind, to, person, letter, receipt })
    if (person === null) this.sent({ kind, to, seq: this.journal.seq, receipt })
  }
}
