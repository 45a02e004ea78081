import type { RegistryEventRow } from '@brobygger/database'
import { absenceInDanish } from '@brobygger/domain/absence'
import { registryFacts } from '@brobygger/domain/codes'
import type { z } from 'zod'
import type { registryEventShape } from './registry-event.js'

/** Absence is told anew as a whole each time: only what a process heard last is shown. Everything else is. */
export function isNewest(event: RegistryEventRow, n: number, all: readonly RegistryEventRow[]): boolean {
  const { fact, process } = event
  return (
    fact !== 'absence' || !all.slice(n + 1).some(later => later.fact === fact && later.process === process)
  )
}

/** What a register told, with its words in Danish. */
export function shownRegistryEvent(event: RegistryEventRow): z.infer<typeof registryEventShape> {
  const quarters = event.absence?.quarters
  return {
    ...event,
    title: registryFacts.labels[event.fact].da,
    absence: quarters?.map(quarter => ({ ...quarter, text: absenceInDanish(quarter) })) ?? null,
  }
}
