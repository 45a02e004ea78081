import type {
  Accepted,
  AssignTask,
  CloseCase,
  CompleteTask,
  DeclareConflict,
  Escalate,
  HandOver,
  Pause,
  Recompute,
  Resume,
} from '@brobygger/domain/messages'
import type { People } from '@brobygger/domain/organisation'
import { verbs } from '@brobygger/domain/messages'
import { anyProcessTasks, holderOf, leaderOf } from '@brobygger/domain/tasks'
import { condition, defineUpdate, patched, setHandler } from '@temporalio/workflow'
import type { z } from 'zod'
import type { Course } from './course.js'
import type { Owed } from './desk.js'
import { refuse } from './refuse.js'
import { nothingOwn, type StandIn } from './stand-ins.js'
import type { Answered, OpenTask } from './task.js'

/** What the verbs that end or turn a process mean in this kind of process. */
export interface Turns {
  /** The duty to notify calls, and the process turns to it. Left out where it is a task of its own, owed at once. */
  readonly escalate?: (message: Escalate) => void
  readonly close: (message: CloseCase) => unknown
  /** A deadline that is the process's own and no task's; left out where it has none. */
  readonly ownDeadline?: { readonly runs: () => boolean; readonly recompute: () => unknown }
}

/**
 * Registers an update whose answer comes when everything it caused in this process is recorded. It is checked before it
 * is taken; in a run that has just begun, and has not yet put its tasks back where they were, as soon as it has.
 */
export function command<M>(args: {
  course: Course
  name: string
  schema: z.ZodType<M>
  check?: (message: M) => void
  /** Does it; an object that it gives is part of the answer. */
  run: (message: M) => unknown
}): void {
  const { course, name, schema, check, run } = args
  setHandler(
    defineUpdate<Accepted, [M]>(name),
    async (message: M) => {
      if (!course.flow.begun) {
        await condition(() => course.flow.begun)
        check?.(message)
      }
      const call = course.flow.called
      const answer = await run(message)
      await course.journal.whenSettled(call)
      return { process: course.id, seq: course.journal.seq, ...(answer as object | undefined) }
    },
    {
      validator: (message: M) => {
        if (!schema.safeParse(message).success) refuse('message-invalid')
        if (course.flow.begun) check?.(message)
      },
    },
  )
}

/** Registers what can be done to any process at any time. */
export function registerVerbs(course: Course, turns: Turns): void {
  const { desk, journal, pauses } = course

  command<CompleteTask>({
    course,
    name: 'completeTask',
    schema: verbs.completeTask,
    check: message => desk.check(message),
    run: message => desk.complete(message),
  })
  command<AssignTask>({
    course,
    name: 'assignTask',
    schema: verbs.assignTask,
    check: message => void desk.find(message.task),
    run: message => desk.assign(message),
  })
  command<Recompute>({
    course,
    name: 'recompute',
    schema: verbs.recompute,
    check: ({ task }) => {
      if (task !== course.id || turns.ownDeadline?.runs() !== true) desk.find(task)
    },
    run: message => (message.task === course.id ? turns.ownDeadline?.recompute() : desk.recompute(message)),
  })
  command<Pause>({
    course,
    name: 'pause',
    schema: verbs.pause,
    check: () => pauses.running && refuse('already-paused'),
    run: ({ by, reason, text }) => {
      pauses.begin(course.now)
      journal.emit({ type: 'paused', reason, text }, by)
      desk.atPause(false)
      course.onPause?.(false)
    },
  })
  command<Resume>({
    course,
    name: 'resume',
    schema: verbs.resume,
    check: () => !pauses.running && refuse('not-paused'),
    run: ({ by }) => {
      pauses.end(course.now)
      journal.emit({ type: 'resumed' }, by)
      desk.atPause(true)
      course.onPause?.(true)
    },
  })
  command<HandOver>({
    course,
    name: 'handOver',
    schema: verbs.handOver,
    check: ({ from, to }) => {
      if (!holds(course, from)) refuse('not-the-holder')
      if (course.excluded.has(to)) refuse('staff-conflicted')
    },
    run: message => handOver(course, message),
  })
  command<DeclareConflict>({
    course,
    name: 'declareConflict',
    schema: verbs.declareConflict,
    check: message => holds(course, message.by) || refuse('not-the-holder'),
    run: message => declareConflict(course, message),
  })
  command<CloseCase>({ course, name: 'closeCase', schema: verbs.closeCase, run: turns.close })
  command<Escalate>({
    course,
    name: 'escalate',
    schema: verbs.escalate,
    run: message => {
      journal.emit({ type: 'escalated', text: message.text }, message.by)
      if (turns.escalate !== undefined) turns.escalate(message)
      else oweDuty(course)
    },
  })
}

/** The duty to notify was called: somebody of the unit says what is done about it, beside the steps. */
export function oweDuty(course: Course): void {
  course.desk.owe(anyProcessTasks[course.unit].duty, {}, { then: nothingMore })
}

/** What any process may owe beside its steps, wherever it is taken up again. */
export function owedByAny(course: Course): readonly Owed[] {
  const { reassign, duty, byHand } = anyProcessTasks[course.unit]
  return [
    { task: reassign, then: answered => afterReassignment(course, answered) },
    { task: duty, then: nothingMore },
    { task: byHand, then: course.arrivals.answered },
  ]
}

const nothingMore = (): void => undefined

/** Whether a person has a part in the case, or one of its tasks. */
export function holds(course: Course, person: string): boolean {
  return (
    Object.values(course.people).includes(person) || course.desk.waiting.some(task => task.person === person)
  )
}

/** A colleague takes somebody's part and tasks. Dates do not move. */
function handOver(course: Course, message: HandOver): void {
  const { by, from, to, reason, returnOn, silent } = message
  const keeps = ownOf(course, to)
  course.journal.emit({ type: 'handedOver', from, to, reason, returnOn: returnOn ?? null }, by)
  movePart(course, { from, to, by, silent })
  course.desk.withdraw(
    task => task.definition.kind === anyProcessTasks[course.unit].reassign.kind && course.excluded.has(from),
    'answered-elsewhere',
  )
  course.standIns.add(message, keeps)
}

type Own = StandIn['keeps']

/** What somebody has by themselves: it stays with them when they stand in for another, and give back. */
export function ownOf({ people, desk, responsible }: Course, person: string): Own {
  return {
    parts: Object.entries(people).flatMap(([part, holder]) => (holder === person ? [part] : [])),
    tasks: desk.waiting.filter(task => task.person === person).map(({ id }) => id),
    responsible: responsible === person,
  }
}

/** Moves the parts and open tasks of one person to another, and tells both unless somebody else does. */
export function movePart(
  course: Course,
  move: { from: string; to: string; by: string | null; silent?: boolean | undefined; keeps?: Own },
): void {
  const { from, to, by, silent = false, keeps = nothingOwn } = move
  const responsible = course.responsible === from && !keeps.responsible
  const parts = Object.entries(course.people) as [keyof People, string | null][]
  course.people = Object.fromEntries(
    parts.map(([part, person]) => [part, person === from && !keeps.parts.includes(part) ? to : person]),
  ) as People
  course.journal.emit({ type: 'peopleChanged', people: course.people }, by)
  if (responsible) course.moveResponsibility({ person: to, basis: 'handOver', by })
  // What was asked of them meanwhile in a part that they keep is theirs too.
  const isOwn = ({ id, definition: { role } }: OpenTask) =>
    keeps.tasks.includes(id) || holderOf({ role, people: course.people }) === from
  for (const task of course.desk.waiting.filter(task => task.person === from && !isOwn(task))) {
    course.desk.assign({ task: task.id, to, by })
  }
  if (silent) return
  course.post.send({ kind: 'lostCase', to: 'socialWorker', person: from })
  course.post.send({ kind: 'gainedCase', to: 'socialWorker', person: to })
}

/** The person loses the case at once; the leader, or the next one up, gives it to somebody else. */
function declareConflict(course: Course, { by, text }: DeclareConflict): void {
  const { desk, excluded } = course
  const { reassign } = anyProcessTasks[course.unit]
  excluded.add(by)
  course.journal.emit({ type: 'conflictDeclared', person: by, text }, by)
  const person = whoReassigns(course)
  const asked = desk.waiting.find(task => task.definition.kind === reassign.kind)
  // The leader who was asked knows the family too: the same question goes to the next one up.
  if (asked !== undefined && patched('one-reassignment-at-a-time')) {
    if (person !== null && asked.person !== person) desk.assign({ task: asked.id, to: person, by: null })
    return
  }
  desk.owe(reassign, { person }, { then: answered => afterReassignment(course, answered) })
}

/** The leader of the unit, or the next one up where the leader has a conflict of interest; null leaves it in the queue. */
function whoReassigns({ unit, people, excluded }: Course): string | null {
  const leaders = [people[leaderOf[unit]], people.nextManager]
  return leaders.find(person => person !== null && !excluded.has(person)) ?? null
}

/** The leader has chosen: every part and task of those with a conflict of interest goes to that person. */
function afterReassignment(course: Course, { answer, by }: Answered): void {
  const to = String(answer['to'])
  for (const from of [...course.excluded].filter(person => holds(course, person)))
    movePart(course, { from, to, by })
}
