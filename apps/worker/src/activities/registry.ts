import type { AccessLog } from '@brobygger/access-log'
import {
  delivered,
  knownEvents,
  lastPosition,
  openDeliveries,
  receive,
  runningOf,
  type Db,
} from '@brobygger/database'
import type { Administration } from '@brobygger/domain/codes'
import type { RegistryEvent } from '@brobygger/domain/messages'
import type { ProcessKind } from '@brobygger/domain/processes'
import type { KnownElsewhere } from '@brobygger/domain/tasks'
import type { KnownNumber, Vault } from '@brobygger/vault'
import type { WorkflowClient } from '@temporalio/client'
import type { PersonEvent, PersonEvents } from '../ports/index.js'
import { entryOfSearch } from './entry-of-search.js'
import { elsewhere } from './persons.js'
import { signalRegistryEvent } from './signal-registry-event.js'
import { orFailure } from './to-application-failure.js'
import type { RegistryActivities } from './types.js'

/** The processes that carry a case, and hear what becomes of the people in it. */
const listening: readonly ProcessKind[] = ['concern', 'consent', 'referral', 'notification']

interface Parts {
  readonly administration: Administration
  readonly client: WorkflowClient
  readonly db: Db
  readonly events: PersonEvents
  readonly vault: Pick<Vault, 'get' | 'put' | 'persons'>
  readonly accessLog: Pick<AccessLog, 'write'>
}

/**
 * Fetches what the register of persons tells, changes what the vault of this administration holds of that person, keeps
 * the event in the inbox, and signals every running process of their cases. Each part can be repeated: whatever a crash
 * leaves undone is done the next time, and a process that hears twice of an event acts once.
 */
export function registryActivities(parts: Parts): RegistryActivities {
  return {
    fetchRegistryEvents: async () => {
      // What is known is told on, also while the register is down.
      const before = await tellOn(parts)
      const taken = await fetchAll(parts)
      return { taken, told: before + (await tellOn(parts)) }
    },
  }
}

/** Takes in page after page of the feed, up to its end. */
async function fetchAll(parts: Parts): Promise<number> {
  const { administration, db, events } = parts
  let taken = 0
  for (;;) {
    const page = await orFailure(async () => events.after(await lastPosition(db, administration)))
    if (page.length === 0) return taken
    const known = new Set(await knownEvents(db, { administration, events: page.map(({ id }) => id) }))
    for (const event of page) {
      const deliveries = known.has(event.id) ? [] : await meet(parts, event)
      const { id, position, fact, on } = event
      await receive(db, { administration, event: id, position, fact, on, deliveries })
      if (!known.has(id)) taken += 1
      known.add(id)
    }
  }
}

/** Finds the cases of a person, changes what is held of them here, and gives the processes that have to hear of it. */
async function meet(parts: Parts, event: PersonEvent) {
  const { administration, db, vault } = parts
  const number = event.cprNumber
  const found = await vault.persons.search({ as: administration, number, practice: false })
  const messages = new Map<string, RegistryEvent>()
  for (const match of found) {
    const message = await messageOf(parts, event, match)
    // What is known of the person here says more than what another administration has told.
    if (!messages.has(match.caseId) || match.administration === administration)
      messages.set(match.caseId, message)
  }
  const processes = await runningOf(db, { administration, cases: [...messages.keys()], kinds: listening })
  return processes.flatMap(({ process, caseId }) => {
    const message = messages.get(caseId)
    return message === undefined ? [] : [{ process, caseId, message }]
  })
}

/** What the processes of a case are told: nothing of it says who. */
async function messageOf(
  parts: Parts,
  event: PersonEvent,
  { administration: of, caseId, person }: KnownNumber,
): Promise<RegistryEvent> {
  const { administration, vault } = parts
  const { id, fact, on, municipality, cprNumber, newCprNumber } = event
  const told = { event: id, fact, person, on, municipality }
  if (of !== administration) return { ...told, relation: null }
  const persons = await vault.persons.ofCase({ administration, caseId })
  const relation = persons.find(known => known.id === person)?.relation ?? null
  if (fact === 'protectionSet' || fact === 'protectionLifted')
    await vault.persons.protect({ administration, id: person, isProtected: fact === 'protectionSet', on })
  if (newCprNumber === null) return { ...told, relation }
  const text = await vault.put({
    ...{ administration, caseId, practice: false, purpose: 'registry-event', id: `registry event ${id}` },
    content: { oldNumber: cprNumber, newNumber: newCprNumber },
  })
  const known = await knownBy(parts, {
    event: id,
    caseId,
    relation: relation ?? 'child',
    number: newCprNumber,
  })
  await vault.persons.merge({ administration, id: person, cprNumber: newCprNumber })
  return { ...told, relation, text, ...(known.length === 0 ? {} : { known }) }
}

/** Who else is known by a new number, as at identification: the search is written down before it is used. */
async function knownBy(
  parts: Parts,
  { event, caseId, relation, number }: { event: string; caseId: string; relation: string; number: string },
): Promise<KnownElsewhere[]> {
  const { administration, accessLog } = parts
  const { cases, known } = await elsewhere({ ...parts, practice: false }, { caseId, relation, number })
  const action = 'searchPersons'
  await accessLog.write([
    entryOfSearch({ administration, practice: false, action, key: event, cases: [caseId, ...cases] }),
  ])
  return known
}

/** Signals the processes that have still to hear of something. */
async function tellOn({ administration, client, db }: Parts): Promise<number> {
  const waiting = await openDeliveries(db, administration)
  for (const { event, process, message } of waiting) {
    await signalRegistryEvent(client, { process, message })
    await delivered(db, { administration, event, process })
  }
  return waiting.length
}
