import { giverRole, type GiverRole } from '@brobygger/domain/codes'
import { registryEvent, type RegistryEvent } from '@brobygger/domain/messages'
import { registryTasksOf, type TaskDefinition } from '@brobygger/domain/tasks'
import { condition, defineSignal, setHandler } from '@temporalio/workflow'
import type { Course } from './course.js'
import type { Owed } from './desk.js'

/** What a kind of process makes of what the register of persons tells. */
interface Registry {
  /** Whether the responsibility for the case lies here: then somebody here is asked what is to be done. */
  readonly leads: () => boolean
  /** Custody of the child is not as it was; left out where nothing rests on it. */
  readonly custodyChanged?: () => void
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
    course.journal.emit({ type: 'registryEventReceived', ...data })
    take(course, data, registry)
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
  const { moved, died } = registryTasksOf(unit)
  return [moved, died].map(task => ({ task, then: nothingMore }))
}

const nothingMore = (): void => undefined

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
export function askOnce(course: Course, task: TaskDefinition, then: Owed['then'] = nothingMore): void {
  if (course.desk.waiting.some(({ definition }) => definition.kind === task.kind)) return
  course.desk.owe(task, {}, { then })
}

function stopLetters(course: Course, roles: readonly GiverRole[]): void {
  const facts = course.facts as Remembered
  facts.noLettersTo = [...new Set<GiverRole>([...(facts.noLettersTo ?? []), ...roles])]
}
