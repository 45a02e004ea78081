import { accessTasks } from './access-request.js'
import { byHandInFamilyGroupTask, byHandInFamilyHouseTask, byHandTask } from './any-process.js'

type Codes = Readonly<Record<string, unknown>>

const requests = [accessTasks('early-help'), accessTasks('family-group')]
const letters = [byHandTask, byHandInFamilyGroupTask, byHandInFamilyHouseTask]

/** By kind of task: with which answers something that people wrote leaves the municipality. */
const letsOut: Readonly<Record<string, (answer: Codes) => boolean>> = Object.fromEntries([
  ...requests.map(({ redact }) => [redact.kind, ({ decision }: Codes) => decision !== 'withhold'] as const),
  // A refusal goes out with its reason.
  ...requests.map(({ release }) => [release.kind, ({ decision }: Codes) => decision !== 'back'] as const),
  ...letters.map(({ kind }) => [kind, ({ outcome }: Codes) => outcome === 'handedOver'] as const),
])

/** Whether an answer to a task of this kind can let something out of the case. */
export function canLetOut(kind: string): boolean {
  return kind in letsOut
}

/** Whether an answer lets something out of the case that people wrote. */
export function goesOut(kind: string, answer: Codes): boolean {
  return letsOut[kind]?.(answer) ?? false
}
