import type { Administration, Label, Role, Unit } from '../codes/index.js'

/** The processes that run as workflows. */
export type ProcessKind =
  | 'concern'
  | 'consent'
  | 'referral'
  | 'notification'
  | 'familyHouseCourse'
  | 'familyHouseGroup'
  | 'bulkHandOver'
  | 'visitRound'
  | 'accessRequest'
  | 'erasure'
  | 'retention'
  | 'accessReview'
  | 'journal'

/** One step of a process: its title, who acts, and the steps that can follow. */
export interface Step<I extends string = string> {
  readonly id: I
  readonly title: Label
  readonly who: Role
  readonly unit: Unit
  readonly next: readonly I[]
}

/** A process as its procedure lists it. The order of the steps gives their numbers. */
export interface Process<I extends string = string> {
  readonly kind: ProcessKind
  readonly title: Label
  readonly administration: Administration
  /** Whether it runs in any administration, numbered by it. */
  readonly everywhere?: boolean
  readonly steps: readonly Step<I>[]
  /** From where an ended process goes on when it is re-opened; left out where it is begun anew instead. */
  readonly reopensAt?: I
}

/** Defines a process; its steps are the one truth for code, pages, map, stage attribute and tests. */
export function defineProcess<const I extends string>(process: {
  kind: ProcessKind
  title: Label
  administration: Administration
  everywhere?: boolean
  steps: { readonly [K in I]: Omit<Step<NoInfer<I>>, 'id'> }
  reopensAt?: NoInfer<I>
}): Process<I> {
  const ids = Object.keys(process.steps) as I[]
  return { ...process, steps: ids.map(id => ({ id, ...process.steps[id] })) }
}

/** Number (from 1) and title of a step, as stage attribute, page and map show it: `4 Samtykke`. */
export function stageOf(args: { process: Process; step: string }): string {
  const index = args.process.steps.findIndex(step => step.id === args.step)
  const step = args.process.steps[index]
  return step === undefined ? args.step : `${index + 1} ${step.title.da}`
}
