import { leaders } from '../all-sides.js'
import type { Api } from './api.js'
import type { Player, Proof } from './player.js'
import { eventPage, type CaseEvent } from './shapes.js'
import type { WayName } from './ways.js'

/** A case that was played to its end. */
export interface Ended {
  readonly way: WayName
  readonly player: Pick<Player, 'caseId' | 'proofs'>
  readonly closureCode: string | null
}

/** What the log says of a case that has ended. */
export interface PlayedCase {
  readonly way: WayName
  readonly caseId: string
  readonly proofs: readonly Proof[]
  readonly closureCode: string | null
  readonly events: readonly CaseEvent[]
}

/** Reads the log of a case. A closed case may still get its last letters and numbers until its processes are done. */
export async function playedCase(api: Api, { way, player, closureCode }: Ended): Promise<PlayedCase> {
  const { caseId, proofs } = player
  return { way, caseId, proofs, closureCode, events: await eventsOf(api, caseId) }
}

/** Each side tells what happened there; together they are the whole, in the order of the log. */
async function eventsOf(api: Api, caseId: string): Promise<CaseEvent[]> {
  const sides = await Promise.all(leaders.map(leader => eventsSeenBy(api, caseId, leader)))
  const events = new Map(sides.flat().map(event => [event.position, event]))
  return [...events.values()].sort((a, b) => a.position - b.position)
}

async function eventsSeenBy(api: Api, caseId: string, leader: string): Promise<CaseEvent[]> {
  const events: CaseEvent[] = []
  for (let cursor = ''; ;) {
    const path = `/cases/${caseId}/events?limit=500${cursor}`
    const page = await api.getIfShown(path, leader, eventPage)
    if (page === null) return events
    events.push(...page.items)
    if (page.next === null) return events
    cursor = `&cursor=${encodeURIComponent(page.next)}`
  }
}
