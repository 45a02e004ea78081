import { waitedFor } from '@brobygger/domain/outward'
import { z } from 'zod'
import { at, label } from './common.js'

/** That something outside is waited for, and since when. */
export const waitShape = z
  .object({ system: z.string(), title: label.meta({ description: 'What is waited for' }), since: at })
  .meta({ id: 'Wait' })

/** Waits with what they are for in words: each system once, since the longest wait for it. */
export function shownWaits(waits: readonly { readonly system: string; readonly since: string }[]) {
  const first = new Map<string, string>()
  for (const { system, since } of waits) if (!first.has(system)) first.set(system, since)
  return [...first].map(([system, since]) => ({ system, title: waitedFor(system), since }))
}
