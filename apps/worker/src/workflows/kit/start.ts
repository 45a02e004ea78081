import type { Role, Unit } from '@brobygger/domain/codes'
import type { EventBody } from '@brobygger/domain/events'
import type { Accepted, LetterDelivered, LetterPosted, LetterReturned } from '@brobygger/domain/messages'
import type { PracticeOutage } from '@brobygger/domain/outward'
import type { People } from '@brobygger/domain/organisation'
import {
  administrationOf,
  ledger as ledgerSchema,
  type Ledger,
  type Process,
} from '@brobygger/domain/processes'
import { anyProcessTasks } from '@brobygger/domain/tasks'
import {
  condition,
  defineQuery,
  defineSignal,
  defineUpdate,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import { setDeadline } from './activities.js'
import { Arrivals } from './arrivals.js'
import { Bell } from './bell.js'
import { CaseClock } from './clock.js'
import { Course, type Way } from './course.js'
import { Desk, type Owed } from './desk.js'
import { Flow } from './flow.js'
import { Journal } from './journal.js'
import { Pauses } from './pauses.js'
import { Post } from './post.js'
import { StandIns } from './stand-ins.js'
import { holds, movePart, owedByAny, ownOf, registerVerbs, type Turns } from './verbs.js'
import { View } from './view.js'

/** What every process is started with. */
export interface ProcessInput {
  readonly caseId: string
  readonly practice: {
    readonly startsAt: string
    readonly outages?: readonly PracticeOutage[] | undefined
  } | null
  readonly people: People
  readonly ledger?: Ledger | undefined
}

/** Where a process stands on its own clock; asked by whoever plays a practice case forward. */
export interface Moments {
  /** The moment of its last work. */
  readonly now: string
  /** Case clock minus workflow clock in milliseconds. */
  readonly offset: number
  /** The earliest moment it waits for. */
  readonly next: string | null
  /** Whether it still works, writes or sends. */
  readonly busy: boolean
}

/** Who stands where in a process, asked when the read model cannot be: by it is decided who may command. */
export interface Standing {
  readonly unit: Unit
  readonly people: People
  /** Who declared a conflict of interest. */
  readonly excluded: readonly string[]
  readonly tasks: readonly { id: string; role: Role; unit: Unit; person: string | null }[]
}

/**
 * Starts a process, or goes on from its ledger: registers every handler before anything is awaited, and keeps the
 * journal and the post running beside the steps.
 */
export function start<W extends Way, F extends Record<string, unknown>>(
  process: Process<W['next']>,
  input: ProcessInput,
  own: {
    /** What the process remembers when it begins; a ledger's facts take its place. */
    readonly facts: F
    /** The unit that runs it, where that is not the first step's. */
    readonly unit?: Unit
    readonly turns: (course: Course<W, F>) => Turns
    readonly owed?: (course: Course<W, F>) => readonly Owed[]
    readonly opening?: readonly EventBody[]
  },
): Course<W, F> {
  const past = input.ledger === undefined ? undefined : ledgerSchema.parse(input.ledger)
  const id = workflowInfo().workflowId
  const administration = administrationOf(id)
  const practice = input.practice !== null
  const clock = new CaseClock(past?.clockOffset ?? offsetOf(input.practice))
  const flow = new Flow(clock)
  const view = new View()
  const author = { process: id, caseId: input.caseId, administration, practice }
  const journal: Journal = new Journal(
    author,
    flow,
    past?.seq ?? 0,
    () => course.ledger(),
    () => view.show(course),
    input.practice?.outages,
  )
  const post = new Post({ id, caseId: input.caseId }, flow, journal, past?.effects ?? 0)
  const pauses = new Pauses(past?.pauses ?? [])
  const excluded = new Set(past?.excluded ?? [])
  const desk: Desk = new Desk(
    {
      process: id,
      flow,
      journal,
      post,
      pauses,
      people: () => course.people,
      excluded: () => excluded,
      step: () => course.current,
    },
    past?.tasks ?? 0,
    past?.asked ?? [],
  )
  const arrivals = new Arrivals(
    {
      process: id,
      now: () => clock.now(),
      journal,
      byHand: () => anyProcessTasks[course.unit].byHand,
      owe: (task, asked, follow) => desk.owe(task, asked, follow),
      withdraw: (which, why) => {
        desk.withdraw(which, why)
      },
      whenThere: (from, then) =>
        void flow.branch(async () => {
          const { dueAt } = await setDeadline({ rule: 'letter-by-post', from, pauses: [] })
          await new Bell(flow, 'Brev med posten').wait(dueAt)
          then()
        }),
      send: letter => {
        post.send(letter)
      },
    },
    past?.letters ?? [],
  )
  post.sent = letter => {
    arrivals.take(letter)
  }
  journal.onWait = () => {
    desk.atOutage()
  }
  const standIns = new StandIns(flow, past?.standIns ?? [], {
    takeOver: standIn => {
      const { from, to, reason, until } = standIn
      if (!holds(course, from)) return
      standIn.keeps = ownOf(course, to)
      journal.emit({ type: 'handedOver', from, to, reason, returnOn: until })
      movePart(course, { from, to, by: null })
    },
    giveBack: ({ from, to, silent, keeps }) => {
      journal.emit({ type: 'handedBack', from: to, to: from })
      movePart(course, { from: to, to: from, by: null, silent, keeps })
    },
  })
  const course: Course<W, F> = new Course({
    process,
    id,
    caseId: input.caseId,
    flow,
    journal,
    desk,
    post,
    arrivals,
    pauses,
    standIns,
    people: past?.people ?? input.people,
    facts: past === undefined ? own.facts : factsOf<F>(past),
    entries: past?.entries ?? [],
    responsible: past?.responsible ?? null,
    excluded,
    input: ownInput(input),
    unit: own.unit ?? process.steps[0]?.unit ?? 'early-help',
  })

  registerVerbs(course, own.turns(course))
  setHandler(defineQuery<Moments>('moments'), () => ({
    now: clock.now(),
    offset: clock.offset,
    next: flow.next,
    // What is down in practice is no work: time goes on until it is up.
    busy:
      !journal.settled || (!flow.inOutage && (!post.empty || flow.callingSince(0) || course.besidesRunning)),
  }))
  setHandler(defineQuery<{ task: string; kind: string }[]>('openTasks'), () =>
    desk.waiting.map(task => ({ task: task.id, kind: task.definition.kind })),
  )
  setHandler(defineQuery<Standing>('standing'), () => ({
    unit: course.unit,
    people: course.people,
    excluded: [...excluded],
    tasks: desk.waiting.map(({ id, definition: { role, unit }, person }) => ({ id, role, unit, person })),
  }))
  setHandler(defineUpdate<Accepted>('opened'), async () => {
    await journal.whenSettled()
    return { process: id, seq: journal.seq }
  })
  if (past === undefined || past.facts['reopened'] === true) {
    const { unit, people } = course
    journal.emit({ type: 'processStarted', kind: process.kind, unit, people, input: course.input })
  }
  if (past === undefined) {
    for (const body of own.opening ?? []) journal.emit(body)
  }
  const owed = [...(own.owed?.(course) ?? []), ...owedByAny(course)]
  for (const entry of past?.owed ?? []) {
    const known = owed.find(candidate => candidate.task.kind === entry.kind)
    if (known !== undefined) desk.resume(known.task, entry, known)
  }
  // Once the tasks are back where they were: what is delivered withdraws the task of whoever was to hand it over.
  setHandler(defineSignal<[LetterDelivered]>('letterDelivered'), news => {
    arrivals.delivered(news)
  })
  setHandler(defineSignal<[LetterPosted]>('letterPosted'), news => {
    arrivals.posted(news)
  })
  setHandler(defineSignal<[LetterReturned]>('letterReturned'), news => {
    arrivals.returned(news)
  })
  arrivals.resume()
  void journal.keep()
  void post.keep()
  void condition(() => journal.settled).then(() => {
    flow.begun = true
  })
  return course
}

/** What it remembers. That it was opened again is told once, and not again by the runs that follow. */
function factsOf<F extends Record<string, unknown>>({ facts }: Ledger): F {
  const { reopened: _reopened, ...own } = facts
  // A process's own shape of facts goes through the ledger as it is.
  return own as F
}

/** What the process was started with, less what its ledger keeps. */
function ownInput(input: ProcessInput): Record<string, unknown> {
  const { people: _people, ledger: _ledger, ...own } = input
  return own
}

/** Case clock minus workflow clock at the start of a practice case; 0 for a real one. */
function offsetOf(practice: ProcessInput['practice']): number {
  return practice === null ? 0 : Date.parse(practice.startsAt) - Date.now()
}
