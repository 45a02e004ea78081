import type { Administration, Unit } from '@brobygger/domain/codes'
import type { EventOf } from '@brobygger/domain/events'
import type { People } from '@brobygger/domain/organisation'
import type { Ledger, LedgerEntry, Process } from '@brobygger/domain/processes'
import {
  allHandlersFinished,
  CancellationScope,
  condition,
  isCancellation,
  patched,
  workflowInfo,
} from '@temporalio/workflow'
import type { Arrivals } from './arrivals.js'
import { Bell } from './bell.js'
import type { Desk } from './desk.js'
import type { Flow } from './flow.js'
import type { Journal } from './journal.js'
import type { Pauses } from './pauses.js'
import type { Post } from './post.js'
import type { StandIns } from './stand-ins.js'

/** Where a step leads: the next step's id, and what that step needs to know. */
export interface Way<I extends string = string> {
  readonly next: I
}

/** A process goes on in a new run before its history grows past this many events. */
const LONG_HISTORY = 500

/** Stops the run so that the process goes on from its ledger in a new one. */
export class GoOnInNewRun extends Error {}

/** What a course is put together from. */
export type CourseParts<W extends Way, F extends Record<string, unknown>> = Pick<
  Course<W, F>,
  | 'process'
  | 'id'
  | 'caseId'
  | 'flow'
  | 'journal'
  | 'desk'
  | 'post'
  | 'arrivals'
  | 'pauses'
  | 'standIns'
  | 'people'
  | 'facts'
  | 'responsible'
  | 'excluded'
  | 'input'
  | 'unit'
> & { readonly entries: readonly LedgerEntry[] }

/** One process under way: its steps, its people, and what it must remember between two steps. */
export class Course<W extends Way = Way, F extends Record<string, unknown> = Record<string, unknown>> {
  /** The step under way. */
  current: W['next']
  /** Whether something beside the steps is under way. */
  get besidesRunning(): boolean {
    return this.side + this.meanwhiles > 0
  }
  /** What else a pause concerns, besides tasks. */
  onPause: ((ended: boolean) => void) | undefined
  /** What a supervisor shall see of it besides its tasks: a line in Danish, of codes and numbers. */
  shows: (() => string) | undefined
  /** Set when a command turns the process another way, whatever step is under way. */
  private turn: W | undefined
  /** Whether the turn counts as work until it is taken. */
  private turning = false
  private scope: CancellationScope | undefined
  private readonly done: LedgerEntry[]
  private replayed = 0
  private side = 0
  private meanwhiles = 0
  private ended = false

  readonly process: Process<W['next']>
  readonly id: string
  readonly caseId: string
  readonly flow: Flow
  readonly journal: Journal
  readonly desk: Desk
  readonly post: Post
  readonly arrivals: Arrivals
  readonly pauses: Pauses
  readonly standIns: StandIns
  /** Who holds which part; a handover replaces it. */
  people: People
  /** What this kind of process remembers; part of the ledger. */
  readonly facts: F
  /** Who is responsible for the case, where this process is its register. */
  responsible: string | null
  /** People with a conflict of interest. */
  readonly excluded: Set<string>
  /** The unit that runs the process: its leader is told, and gives the work to others. */
  readonly unit: Unit
  /** What it was started with, less people and ledger. */
  readonly input: Record<string, unknown>
  private readonly bells = new Map<string, Bell>()

  constructor(parts: CourseParts<W, F>) {
    this.process = parts.process
    this.id = parts.id
    this.caseId = parts.caseId
    this.flow = parts.flow
    this.journal = parts.journal
    this.desk = parts.desk
    this.post = parts.post
    this.arrivals = parts.arrivals
    this.pauses = parts.pauses
    this.standIns = parts.standIns
    this.people = parts.people
    this.facts = parts.facts
    this.responsible = parts.responsible
    this.excluded = parts.excluded
    this.input = parts.input
    this.unit = parts.unit
    this.done = [...parts.entries]
    this.current = parts.process.steps[0]?.id as W['next']
  }

  /** The case clock's now. */
  get now(): string {
    return this.flow.clock.now()
  }

  /** The bell of a name: steps wait at it, messages ring it. Temporal UI shows the name. */
  bell(name: string): Bell {
    const bell = this.bells.get(name) ?? new Bell(this.flow, name)
    this.bells.set(name, bell)
    return bell
  }

  /** Whether it has entered its last step, which nothing turns it from. */
  get ending(): boolean {
    return this.ended
  }

  /** The step under way, or the one to which the process has just been turned. */
  get heading(): W['next'] {
    return this.turn?.next ?? this.current
  }

  /** Does something beside the steps that no command waits for, only the end of the run. */
  async besides<T>(run: () => Promise<T>): Promise<T> {
    this.side += 1
    try {
      return await run()
    } finally {
      this.side -= 1
    }
  }

  /**
   * The same for what the end of the run does not wait for either: whoever goes on from the ledger in a new run begins it
   * anew, and when the process ends nobody needs it any more.
   */
  async meanwhile<T>(run: () => Promise<T>): Promise<T> {
    this.meanwhiles += 1
    try {
      return await run()
    } finally {
      this.meanwhiles -= 1
    }
  }

  /** How often a step has been finished. */
  times(step: W['next']): number {
    return this.done.filter(entry => entry.step === step).length
  }

  /**
   * Runs a step, or returns its result when the ledger already has it. A command that turns the process elsewhere
   * ends the step at once, and the way it turned to is the result.
   */
  async step(step: W['next'], run: () => Promise<W>): Promise<W> {
    const known = this.done[this.replayed]
    if (known !== undefined) {
      this.replayed += 1
      return known.result as W
    }
    await this.goOnInNewRunWhenLong()
    const n = this.enter(step)
    const result = await this.untilTurned(step, run)
    this.desk.dropKept()
    this.done.push({ step, n, at: this.now, result })
    this.replayed = this.done.length
    this.journal.emit({ type: 'stepFinished', step, n, next: result.next })
    return result
  }

  /** Enters the last step, which is not left: nothing can turn the process any more. */
  enterLast(step: W['next']): void {
    this.ended = true
    this.enter(step)
  }

  /** Enters a step, for the how many-eth time. */
  private enter(step: W['next']): number {
    this.current = step
    const n = this.times(step) + 1
    this.journal.emit({ type: 'stepEntered', step, n })
    return n
  }

  /**
   * Turns the process another way: the step under way ends, its open tasks are withdrawn. Until that has happened the
   * process counts as working, so that whoever asked for it gets the answer after it.
   */
  turnTo(way: W): void {
    if (this.ended) return
    if (this.turn === undefined && patched('turn-is-work')) {
      this.turning = true
      this.flow.work()
    }
    this.turn = way
    this.scope?.cancel()
  }

  /** Moves the responsibility for the case; exactly one has it at any moment. */
  moveResponsibility(to: {
    person: string | null
    basis: EventOf<'responsibilityMoved'>['basis']
    administration?: Administration
    unit?: Unit
    by?: string | null
  }): void {
    const { person, basis, administration = 'children-and-youth', unit = 'early-help', by = null } = to
    this.responsible = person
    this.journal.emit({ type: 'responsibilityMoved', administration, unit, person, basis }, by)
  }

  /** The ledger as it stands. */
  ledger(): Ledger {
    return {
      version: 1,
      entries: this.done,
      owed: this.desk.owed,
      asked: this.desk.asked,
      letters: this.arrivals.entries,
      people: this.people,
      responsible: this.responsible,
      excluded: [...this.excluded],
      standIns: this.standIns.entries,
      pauses: this.pauses.entries,
      seq: this.journal.seq,
      tasks: this.desk.count,
      effects: this.post.effects,
      clockOffset: this.flow.clock.offset,
      facts: this.facts,
    }
  }

  /**
   * Goes on from the ledger in a new run when the history has grown long. Between two steps the course sees to it by
   * itself; a step that goes on for years calls it where it could be entered anew.
   */
  async goOnInNewRunWhenLong(): Promise<void> {
    const { historyLength, continueAsNewSuggested } = workflowInfo()
    if (historyLength < LONG_HISTORY && !continueAsNewSuggested) return
    await this.comeToRest(() => this.turn !== undefined)
    if (this.turn === undefined) throw new GoOnInNewRun()
    this.flow.work()
  }

  /** Ends the process: nothing is owed any more, everything is written and sent. */
  async end(outcome: string): Promise<void> {
    this.ended = true
    this.desk.close()
    this.standIns.dismiss()
    this.journal.emit({ type: 'processEnded', outcome })
    await this.comeToRest()
  }

  private async untilTurned(step: W['next'], run: () => Promise<W>): Promise<W> {
    const scope = new CancellationScope()
    this.scope = scope
    try {
      if (this.turn === undefined) return this.following(step, await scope.run(run))
    } catch (error) {
      if (!isCancellation(error) || this.turn === undefined) throw error
    } finally {
      this.scope = undefined
    }
    const way = this.turn
    this.turn = undefined
    if (this.turning) this.flow.done()
    this.turning = false
    return way
  }

  /** The step list is the one truth of what can follow; only a command may turn the process elsewhere. */
  private following(step: W['next'], way: W): W {
    const next = this.process.steps.find(({ id }) => id === step)?.next ?? []
    if (next.length > 0 && !next.includes(way.next)) throw new Error(`${way.next} cannot follow ${step}`)
    return way
  }

  /** Before a run ends: everything is written and sent, and every caller has its answer; unless it goes on after all. */
  private async comeToRest(goesOn = () => false): Promise<void> {
    this.flow.rest()
    await condition(
      () =>
        goesOn() ||
        (this.post.empty &&
          this.side === 0 &&
          this.journal.settled &&
          !this.flow.callingSince(0) &&
          allHandlersFinished()),
    )
  }
}
