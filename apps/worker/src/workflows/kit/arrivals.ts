import { giverRoles, roles, type GiverRole, type Role } from '@brobygger/domain/codes'
import { letterKinds, type LetterKind } from '@brobygger/domain/letters'
import type { LetterDelivered, LetterPosted, LetterReturned } from '@brobygger/domain/messages'
import type { LetterUnderWay } from '@brobygger/domain/processes'
import type { AnswerOf, anyProcessTasks } from '@brobygger/domain/tasks'
import type { Asked, Follow } from './desk.js'
import type { Journal } from './journal.js'
import type { SentOut } from './sent-out.js'
import type { Answered, OpenTask } from './task.js'

type ByHand = (typeof anyProcessTasks)[keyof typeof anyProcessTasks]['byHand']

/** What letters need of the process that sent them. */
interface Sender {
  readonly process: string
  readonly now: () => string
  readonly journal: Journal
  /** The question to whoever hands a letter over: the unit's own. */
  readonly byHand: () => ByHand
  readonly owe: (task: ByHand, asked: Asked, follow: Follow) => string
  readonly withdraw: (which: (task: OpenTask) => boolean, why: 'answered-elsewhere') => void
  /** Calls back when a letter that was put in the post at an instant counts as there. */
  readonly whenThere: (postedAt: string, then: () => void) => void
  readonly send: (letter: { kind: LetterKind; to: Role | GiverRole; person: null }) => void
}

/**
 * Follows each letter to somebody outside until it is there: by the carrier's word, or by hand. News come late, twice
 * and in any order; what is known of a letter already changes nothing.
 */
export class Arrivals {
  /**
   * Told once of each letter when it is there, with the moment, or null when it cannot be delivered. A process with a
   * clock that a letter starts listens here.
   */
  heard: (letter: Pick<LetterUnderWay, 'kind' | 'to'>, deliveredAt: string | null) => void = () => undefined

  constructor(
    private readonly sender: Sender,
    /** Letters that an earlier run sent. */
    private readonly underWay: LetterUnderWay[],
  ) {}

  /** The letters that are not there, as the ledger keeps them. */
  get entries(): LetterUnderWay[] {
    return this.underWay.map(letter => ({ ...letter }))
  }

  /** A letter has gone out, or waits for a person to take it. */
  take({ kind, to, seq, receipt = 'delivered' }: SentOut): void {
    if (receipt === 'delivered') {
      this.heard({ kind, to }, this.sender.now())
      return
    }
    const letter: LetterUnderWay = { kind, to, seq, task: null }
    this.underWay.push(letter)
    if (receipt !== 'accepted') this.askSomebody(letter)
  }

  /** Goes on waiting for what an earlier run saw put in the post. */
  resume(): void {
    for (const letter of this.underWay) this.expect(letter)
  }

  /** The carrier says that it is in the post, on paper: nobody will say that it is there. */
  posted({ seq, at }: LetterPosted): void {
    const letter = this.underWay.find(entry => entry.seq === seq)
    if (letter?.task !== null || letter.postedAt !== undefined) return
    letter.postedAt = at
    this.expect(letter)
  }

  /** The carrier says that it is there. */
  delivered({ seq, at }: LetterDelivered): void {
    const letter = this.underWay.find(entry => entry.seq === seq)
    if (letter === undefined) return
    this.settle(letter, at)
    this.sender.withdraw(({ id }) => id === letter.task, 'answered-elsewhere')
  }

  /** The carrier says that it came back. */
  returned({ seq }: Pick<LetterReturned, 'seq'>): void {
    const letter = this.underWay.find(entry => entry.seq === seq)
    if (letter?.task === null) this.askSomebody(letter)
  }

  /** Nobody has said anything of the letters of a kind, and it is time: somebody looks after them. */
  chase(kind: LetterKind): void {
    for (const letter of this.underWay.filter(entry => entry.kind === kind && isSilent(entry)))
      this.askSomebody(letter)
  }

  /** Whoever was asked to hand a letter over says what came of it. */
  readonly answered = ({ task, answer, text, by }: Answered): void => {
    const letter = this.underWay.find(entry => entry.task === task)
    if (letter === undefined) return
    const { outcome, deliveredOn, how, handedOverBy = by } = answer as AnswerOf<ByHand>
    const sent = { process: this.sender.process, seq: letter.seq }
    switch (outcome) {
      case 'handedOver': {
        const deliveredAt = deliveredOn === undefined ? this.sender.now() : `${deliveredOn}T11:00:00.000Z`
        this.sender.journal.emit({ type: 'letterDelivered', sent, deliveredAt, how, handedOverBy }, by)
        this.settle(letter, deliveredAt)
        return
      }
      case 'sendAgain':
        this.forget(letter)
        this.sender.send({ kind: letter.kind, to: letter.to, person: null })
        return
      case 'notPossible':
        this.sender.journal.emit({ type: 'letterGivenUp', sent, text }, by)
        this.settle(letter, null)
    }
  }

  /** What is in the post counts as there after some days, unless it comes back. */
  private expect(letter: LetterUnderWay): void {
    if (letter.postedAt === undefined) return
    this.sender.whenThere(letter.postedAt, () => {
      if (letter.task !== null || !this.underWay.includes(letter)) return
      const sent = { process: this.sender.process, seq: letter.seq }
      const deliveredAt = this.sender.now()
      this.sender.journal.emit({ type: 'letterDelivered', sent, deliveredAt, how: 'post' })
      this.settle(letter, deliveredAt)
    })
  }

  private askSomebody(letter: LetterUnderWay): void {
    letter.task = this.sender.owe(this.sender.byHand(), { about: titleOf(letter) }, { then: this.answered })
  }

  private settle(letter: LetterUnderWay, deliveredAt: string | null): void {
    this.forget(letter)
    this.heard(letter, deliveredAt)
  }

  private forget(letter: LetterUnderWay): void {
    this.underWay.splice(this.underWay.indexOf(letter), 1)
  }
}

/** Whether nothing has been heard of a letter, and nobody has it in hand. */
const isSilent = ({ task, postedAt }: LetterUnderWay) => task === null && postedAt === undefined

/** What a person has to hand over, and to whom. */
function titleOf({ kind, to }: Pick<LetterUnderWay, 'kind' | 'to'>): string {
  const labels: Readonly<Record<string, { readonly da: string }>> = { ...roles.labels, ...giverRoles.labels }
  return `${letterKinds.labels[kind].da}: ${labels[to]?.da ?? to}`
}
