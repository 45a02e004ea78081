import { codesOnly, namesPerson } from '@brobygger/domain/forms'
import type { AssignTask, CompleteTask, Recompute } from '@brobygger/domain/messages'
import type { People } from '@brobygger/domain/organisation'
import type { WaitingTask } from '@brobygger/domain/processes'
import { holderOf, type AnswerOf, type TaskDefinition } from '@brobygger/domain/tasks'
import { CancellationScope, condition, isCancellation } from '@temporalio/workflow'
import type { z } from 'zod'
import { Bell } from './bell.js'
import type { Pauses } from './pauses.js'
import type { Flow } from './flow.js'
import type { Journal } from './journal.js'
import type { Post } from './post.js'
import { refuse } from './refuse.js'
import { toWaiting, type Answered, type OpenTask } from './task.js'
import { agreedOn, dueAnew, dueOf, isHeldByPause } from './task-dates.js'
import { TaskNotices } from './task-notices.js'

/** How a task departs from its definition: another person or role's unit, an agreed date, or another starting moment. */
export interface Asked {
  readonly person?: string | null
  /** A date that people agreed on; it takes the place of the rule. */
  readonly on?: string | undefined
  /** The moment the rule counts from; now, unless said otherwise. */
  readonly from?: string
  /** What the task is about within its process, e.g. an institution: shown beside its title. */
  readonly about?: string
  /** Who may not answer it. */
  readonly notBy?: readonly string[]
}

/** What follows when a task that is owed beside the steps is answered, and when it is late. */
export interface Follow {
  readonly then: (answered: Answered) => Promise<void> | void
  /** Is told which task it is. */
  readonly late?: (task: string) => void
  /** The task that nobody need answer any more once this one is: of two who answer at one moment, one is told. */
  readonly instead?: (task: string) => string | null
}

/** A task owed beside the steps, and what follows when it is answered. */
export interface Owed extends Follow {
  readonly task: TaskDefinition
}

/** Asks people, looks after their dates, and takes their answers. */
export class Desk {
  private readonly open = new Map<string, OpenTask>()
  private readonly notices: TaskNotices
  private closed = false

  constructor(
    private readonly args: {
      readonly process: string
      readonly flow: Flow
      readonly journal: Journal
      readonly post: Post
      readonly pauses: Pauses
      readonly people: () => People
      readonly excluded: () => ReadonlySet<string>
      readonly step: () => string
    },
    /** Number of the last task; continues over runs. */
    public count: number,
    /** Tasks of the step that an earlier run was in: whoever asks them again takes them up. */
    private kept: readonly WaitingTask[],
  ) {
    this.notices = new TaskNotices(args)
  }

  /** The tasks that wait for somebody, earliest due first. */
  get waiting(): readonly OpenTask[] {
    return [...this.open.values()].sort((a, b) => a.deadline.dueAt.localeCompare(b.deadline.dueAt))
  }

  /** The owed tasks as the ledger keeps them. */
  get owed(): WaitingTask[] {
    return this.waiting.filter(task => task.owed).map(toWaiting)
  }

  /** The tasks of the step under way, likewise. */
  get asked(): WaitingTask[] {
    return [...this.waiting.filter(task => !task.owed).map(toWaiting), ...this.kept]
  }

  /** Asks, and returns the answer. A reminder comes before the due date; when it passes, the leaders are told. */
  async ask<T extends TaskDefinition>(definition: T, asked: Asked = {}): Promise<Answered<AnswerOf<T>>> {
    return (await this.await(await this.lay(definition, asked, false))) as Answered<AnswerOf<T>>
  }

  /** Asks until a moment: null when nobody has answered by then, and the task is withdrawn. A pause stops no moment. */
  async askUntil<T extends TaskDefinition>(
    definition: T,
    until: string,
    asked: Asked = {},
  ): Promise<Answered<AnswerOf<T>> | null> {
    const task = await this.lay(definition, asked, false)
    task.until = until
    try {
      return (await this.await(task)) as Answered<AnswerOf<T>>
    } catch (error) {
      if (error instanceof TaskWithdrawn && this.isTooLate(task)) return null
      throw error
    }
  }

  /** Asks several people at once until one answer decides; the others' tasks are then withdrawn. Null if none does. */
  async askFirst<T extends TaskDefinition>(
    definitions: readonly T[],
    decides: (answered: Answered<AnswerOf<T>>) => boolean,
  ): Promise<Answered<AnswerOf<T>> | null> {
    const { flow } = this.args
    let first: Answered<AnswerOf<T>> | null = null
    const asks = definitions.map(definition =>
      flow.branch(() =>
        this.ask(definition).then(answered => {
          if (first !== null || !decides(answered)) return
          first = answered
          this.withdraw(
            task => definitions.some(other => other.kind === task.definition.kind),
            'answered-elsewhere',
          )
        }),
      ),
    )
    await flow
      .aside(() => Promise.allSettled(asks))
      .then(results => {
        const failed = results.find(result => result.status === 'rejected')
        if (first === null && failed !== undefined) throw failed.reason
      })
    return first
  }

  /** Asks beside the steps: the task outlives the step it was asked in, also one that is turned elsewhere. Gives its id. */
  owe(definition: TaskDefinition, asked: Asked, follow: Follow): string {
    void CancellationScope.nonCancellable(() =>
      this.args.flow.branch(async () => {
        const task = await this.lay(definition, asked, true)
        task.instead = follow.instead
        await follow.then(await this.await(task, follow.late))
      }),
    ).catch(ignoreWithdrawn)
    return this.idOf(this.count)
  }

  /** Waits until everything that is owed has been answered. */
  async untilAnswered(): Promise<void> {
    await this.args.flow.aside(() => condition(() => this.open.size === 0))
  }

  /** Takes up an owed task again from the ledger. */
  resume(definition: TaskDefinition, owed: WaitingTask, follow: Follow): void {
    const task = this.takeUp(definition, owed, true)
    task.instead = follow.instead
    void this.args.flow
      .branch(async () => follow.then(await this.await(task, follow.late)))
      .catch(ignoreWithdrawn)
  }

  /** Refuses an answer to a task that is not there, to another form, or that names somebody with a conflict of interest. */
  check(message: CompleteTask): void {
    const task = this.find(message.task)
    if (task.notBy.includes(message.by)) refuse('four-eyes')
    const { form } = task.definition
    const parsed = codesOnly(form).safeParse(message.answer)
    if (!parsed.success) refuse('answer-invalid', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
    for (const [field, schema] of Object.entries<z.core.$ZodType>(form.shape)) {
      const person = message.answer[field]
      if (namesPerson(schema) && typeof person === 'string' && this.args.excluded().has(person))
        refuse('staff-conflicted', { field })
    }
  }

  /** Takes an answer. */
  complete(message: CompleteTask): void {
    const task = this.find(message.task)
    this.open.delete(task.id)
    const { answer, text, by } = message
    task.answered = { task: task.id, answer, text, by, about: task.about }
    this.args.journal.emit(
      { type: 'taskCompleted', task: task.id, answer: message.answer, text: message.text },
      message.by,
    )
    const other = task.instead?.(task.id)
    this.withdraw(({ id }) => id === other, 'answered-elsewhere')
    task.bell.ring()
  }

  /** The step is over: what an earlier run had asked in it, and nobody asked again, is withdrawn. */
  dropKept(): void {
    const { kept } = this
    this.kept = []
    for (const { task } of kept) this.args.journal.emit({ type: 'taskWithdrawn', task, why: 'step-left' })
  }

  /** Gives a task to a person. */
  assign(message: Omit<AssignTask, 'by'> & { by: string | null }): void {
    const task = this.find(message.task)
    task.person = message.to
    this.args.journal.emit({ type: 'taskAssigned', task: task.id, person: message.to }, message.by)
  }

  /** Withdraws the open tasks that `which` names. */
  withdraw(which: (task: OpenTask) => boolean, why: NonNullable<OpenTask['withdrawn']>): void {
    for (const task of this.waiting.filter(which)) {
      this.drop(task, why)
      task.bell.ring()
    }
  }

  /** Nothing more is asked: what waits is withdrawn, and so is what is just being asked. */
  close(): void {
    this.closed = true
    this.dropKept()
    this.withdraw(() => true, 'case-closed')
  }

  /** Wakes every task that a pause concerns: when it begins, to stop the clock; when it ends, to move the date. */
  atPause(ended: boolean): void {
    for (const task of this.waiting.filter(isHeldByPause)) {
      if (ended) task.moved = 'pause'
      task.bell.ring()
    }
  }

  /** Wakes one task to set its deadline anew under today's rules. */
  recompute(message: Recompute): void {
    const task = this.find(message.task)
    task.moved = 'recomputed'
    task.bell.ring()
  }

  /** The open task of an id; refuses with `task-not-open`. */
  find(id: string): OpenTask {
    return this.open.get(id) ?? refuse('task-not-open')
  }

  private async lay(definition: TaskDefinition, asked: Asked, owed: boolean): Promise<OpenTask> {
    const { flow, journal, people, pauses } = this.args
    const { about = null, notBy = [] } = asked
    const kept = owed
      ? undefined
      : this.kept.find(task => task.kind === definition.kind && task.about === about)
    if (kept !== undefined) {
      this.kept = this.kept.filter(task => task !== kept)
      return this.takeUp(definition, kept, false)
    }
    this.count += 1
    const id = this.idOf(this.count)
    const since = asked.from ?? flow.clock.now()
    const deadline = await dueOf({ definition, from: since, on: asked.on, pauses: pauses.list })
    if (this.closed) throw new TaskWithdrawn()
    const person =
      asked.person === undefined ? holderOf({ role: definition.role, people: people() }) : asked.person
    const { kind, role, unit } = definition
    journal.emit({
      type: 'taskOpened',
      task: id,
      kind,
      step: this.args.step(),
      role,
      unit,
      person,
      owed,
      deadline,
      about,
    })
    return this.put({
      id,
      definition,
      owed,
      since,
      agreedOn: asked.on,
      about,
      notBy,
      person,
      deadline,
      reminded: false,
      overdue: false,
    })
  }

  private takeUp(definition: TaskDefinition, waiting: WaitingTask, owed: boolean): OpenTask {
    const { task: id, deadline } = waiting
    return this.put({ ...waiting, id, definition, owed, since: deadline.from, agreedOn: agreedOn(waiting) })
  }

  private idOf(count: number): string {
    return `${this.args.process}.${count}`
  }

  private put(task: Omit<OpenTask, 'bell'>): OpenTask {
    const bell = new Bell(this.args.flow, `${task.definition.title.da}: frist`)
    const open = { ...task, bell }
    this.open.set(open.id, open)
    return open
  }

  private async await(task: OpenTask, late?: (task: string) => void): Promise<Answered> {
    try {
      for (;;) {
        if (task.answered !== undefined) return task.answered
        if (task.withdrawn !== undefined) throw new TaskWithdrawn()
        if (task.moved !== undefined) await this.move(task, task.moved)
        else if (await task.bell.wait(this.nextMoment(task))) continue
        else if (this.isTooLate(task)) this.drop(task, 'step-left')
        else if (this.passMoment(task) === 'overdue') late?.(task.id)
      }
    } catch (error) {
      if (isCancellation(error)) this.drop(task, 'step-left')
      throw error
    }
  }

  /** When the task has to be looked at next: at its own moments, and at the last one at which it is asked. */
  private nextMoment(task: OpenTask): string | undefined {
    const moments = [this.ownMoment(task), task.until].filter(moment => moment !== undefined)
    return moments.sort()[0]
  }

  /** Whether the moment until which it is asked has come. */
  private isTooLate({ until }: OpenTask): boolean {
    return until !== undefined && this.args.flow.clock.until(until) <= 0
  }

  /** Its reminder, then its due date; undefined while it is paused or nothing more will happen by itself. */
  private ownMoment(task: OpenTask): string | undefined {
    if (this.args.pauses.running && isHeldByPause(task)) return undefined
    if (!task.reminded && task.deadline.remindAt !== undefined) return task.deadline.remindAt
    return task.overdue ? undefined : task.deadline.dueAt
  }

  private passMoment(task: OpenTask): 'reminded' | 'overdue' {
    task.reminded = true
    if (this.args.flow.clock.until(task.deadline.dueAt) > 0) {
      this.notices.reminded(task)
      return 'reminded'
    }
    task.overdue = true
    this.notices.overdue(task)
    return 'overdue'
  }

  /** A system outside does not answer: of each date that has come near, whoever keeps it is told before it passes. */
  atOutage(): void {
    for (const task of this.waiting.filter(({ reminded, overdue }) => reminded && !overdue)) {
      this.notices.atRisk(task)
    }
  }

  private async move(task: OpenTask, why: NonNullable<OpenTask['moved']>): Promise<void> {
    delete task.moved
    const { dueAt } = task.deadline
    task.deadline = await dueAnew(task, why, { clock: this.args.flow.clock, pauses: this.args.pauses.list })
    if (task.deadline.dueAt === dueAt) return
    task.overdue = this.args.flow.clock.until(task.deadline.dueAt) <= 0
    task.reminded =
      task.deadline.remindAt === undefined || this.args.flow.clock.until(task.deadline.remindAt) <= 0
    this.args.journal.emit({ type: 'deadlineMoved', task: task.id, deadline: task.deadline, why })
  }

  private drop(task: OpenTask, why: NonNullable<OpenTask['withdrawn']>): void {
    if (!this.open.delete(task.id)) return
    task.withdrawn = why
    this.args.journal.emit({ type: 'taskWithdrawn', task: task.id, why })
  }
}

/** The task was taken back; whoever asked it has nothing more to do. */
class TaskWithdrawn extends Error {}

function ignoreWithdrawn(error: unknown): void {
  if (!(error instanceof TaskWithdrawn)) throw error
}
