import { giverRole, type GiverRole, type RegisterTelling } from '@brobygger/domain/codes'
import {
  registerTold,
  registryEvent,
  type RegisterTold,
  type RegistryEvent,
} from '@brobygger/domain/messages'
import { registryTasksOf, type KnownElsewhere, type TaskDefinition } from '@brobygger/domain/tasks'
import { condition, defineSignal, setHandler } from '@temporalio/workflow'
import type { Course } from './course.js'
import type { Asked, Owed } from './desk.js'
import { command } from './verbs.js'

/** What a kind of process makes of what the register of persons tells. */
interface Registry {
  /** Whether the responsibility for the case lies here: then somebody here is asked what is to be done. */
  readonly leads: () => boolean
  /** Custody of the child is not as it was; left out where nothing rests on it. */
  readonly custodyChanged?: () => void
  /** Somebody has a new number, by which others are known; left out where nobody is identified. */
  readonly known?: (known: readonly KnownElsewhere[]) => void
}

/** What a process remembers of the register, among its facts. */
interface Remembered {
  /** The register's ids of the events it has heard of. */
  registryEvents?: string[]
  /** To whom of the family no letter goes any more. */
  noLettersTo?: GiverRole[]
  /** Up to where the schools' feed is counted in what it has heard of the child's absence. */
  absencePosition?: number
}

/** Hears what a register tells of somebody in the case, each event once however often it is told. */
export function listenToRegistry(course: Course, registry: Registry): void {
  const facts = course.facts as Remembered
  course.post.isStopped = to => facts.noLettersTo?.some(role => role === to) ?? false
  setHandler(defineSignal<[unknown]>('registryEvent'), async message => {
    const { success, data } = registryEvent.safeParse(message)
    if (!success) return
    await condition(() => course.flow.begun)
    if (isOld(facts, data)) return
    const { known, ...told } = data
    course.journal.emit({ type: 'registryEventReceived', ...told })
    take(course, data, registry)
    if (known !== undefined) registry.known?.(known)
  })
}

/** Whether it has been heard of, or newer has; else it is remembered. */
function isOld(facts: Remembered, { event, absence }: RegistryEvent): boolean {
  if (absence !== undefined) {
    if (absence.position <= (facts.absencePosition ?? 0)) return true
    facts.absencePosition = absence.position
    return false
  }
  facts.registryEvents ??= []
  if (facts.registryEvents.includes(event)) return true
  facts.registryEvents.push(event)
  return false
}

/** What the register may have asked for beside the steps, wherever it is taken up again. */
export function owedToRegistry({ unit }: Course): readonly Owed[] {
  const { moved, died, away } = registryTasksOf(unit)
  return [moved, died, away].map(task => ({ task, then: nothingMore }))
}

const nothingMore = (): void => undefined

/** What the register says of the child: whoever is responsible is asked what is to be done, and nothing closes by itself. */
export function tellOfChild(
  course: Course,
  told: readonly Exclude<RegisterTelling, 'custodyDiffers'>[],
): void {
  const { moved, died, away } = registryTasksOf(course.unit)
  if (told.includes('dead')) {
    stopLetters(course, giverRole.options)
    askOnce(course, died)
  }
  if (told.includes('away')) askOnce(course, away)
  if (told.includes('livesElsewhere')) askOnce(course, moved)
}

/** Where a case has been taken over: the sender says what the register says of the child, and somebody looks at it. */
export function listenToSender(course: Course): void {
  command<RegisterTold>({
    course,
    name: 'registerTold',
    schema: registerTold,
    run: ({ told }) => {
      course.journal.emit({ type: 'registerTold', told })
      tellOfChild(
        course,
        told.filter(fact => fact !== 'custodyDiffers'),
      )
      if (told.includes('custodyDiffers')) lookAtCustody(course)
    },
  })
}

/** Custody is not as it was when the case was taken over: nothing is taken back, and whoever helps looks at it. */
export function lookAtCustody(course: Course): void {
  askOnce(course, registryTasksOf(course.unit).custodyChanged)
}

/** The question as it is taken up again in a new run. */
export function owedToLookAtCustody({ unit }: Course): Owed {
  return { task: registryTasksOf(unit).custodyChanged, then: nothingMore }
}

function take(course: Course, { fact, relation }: RegistryEvent, registry: Registry): void {
  const { moved, died } = registryTasksOf(course.unit)
  // Where it is not known whom it is about, it may be the child.
  const isOfChild = relation === 'child' || relation === null
  switch (fact) {
    case 'moved':
      if (isOfChild && registry.leads()) askOnce(course, moved)
      break
    case 'died':
      stopLetters(course, isOfChild ? giverRole.options : giverRole.options.filter(role => role === relation))
      if (registry.leads()) askOnce(course, died)
      break
    case 'custodyChanged':
      if (isOfChild) registry.custodyChanged?.()
      break
    // The vault has hidden, shown or merged what it holds before the process hears of it.
    case 'protectionSet':
    case 'protectionLifted':
    case 'numberChanged':
      break
    // The case shows it, with what the thresholds ask for.
    case 'absence':
      break
  }
}

/** Asks, unless the same question waits already. */
export function askOnce(
  course: Course,
  task: TaskDefinition,
  then: Owed['then'] = nothingMore,
  asked: Asked = {},
): void {
  if (course.desk.waiting.some(({ definition }) => definition.kind === task.kind)) return
  course.desk.owe(task, asked, { then })
}

function stopLetters(course: Course, roles: readonly GiverRole[]): void {
  const facts = course.facts as Remembered
  facts.noLettersTo = [...new Set<GiverRole>([...(facts.noLettersTo ?? []), ...roles])]
}
