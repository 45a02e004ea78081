import { processes, stageOf, type Process } from '@brobygger/domain/processes'

const byKind: Readonly<Record<string, Process | undefined>> = processes

/** Number and title of the step a process is at, `4 Samtykke`; null before its first step. */
export function stage(process: { kind: string; step: string | null }): string | null {
  const definition = byKind[process.kind]
  if (process.step === null || definition === undefined) return process.step
  return stageOf({ process: definition, step: process.step })
}
