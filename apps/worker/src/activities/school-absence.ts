import { isDeepStrictEqual } from 'node:util'
import {
  absencePosition,
  absenceTold,
  absenceToTell,
  forgetAbsence,
  takeAbsence,
  type AbsenceToTell,
  type Db,
} from '@brobygger/database'
import { absenceIn, schoolDaysIn, type QuarterAbsence, type SchoolCalendar } from '@brobygger/domain/absence'
import type { Administration } from '@brobygger/domain/codes'
import type { RegistryEvent } from '@brobygger/domain/messages'
import { addMonths, localDate } from '@brobygger/domain/policy'
import { beginOf, quarterOf } from '@brobygger/domain/visits'
import type { Vault } from '@brobygger/vault'
import type { WorkflowClient } from '@temporalio/client'
import type { SchoolAbsence, SchoolAbsenceLine } from '../ports/index.js'
import { signalRegistryEvent } from './signal-registry-event.js'
import { orFailure } from './to-application-failure.js'
import type { SchoolAbsenceActivities } from './types.js'

/** Processes that are signalled at the same time. */
const AT_ONCE = 20

interface Parts {
  readonly administration: Administration
  readonly calendar: SchoolCalendar
  readonly client: Pick<WorkflowClient, 'getHandle'>
  readonly db: Db
  readonly absence: SchoolAbsence
  readonly vault: { readonly persons: Pick<Vault['persons'], 'childrenAmong'> }
}

/**
 * Fetches what schools note of their pupils, keeps what a running case may know of its child, and tells each such case
 * once how much it is in the quarter. Each part can be repeated: a page that is in already changes nothing, and a process
 * that hears twice of the same acts once.
 */
export function schoolAbsenceActivities(parts: Parts): SchoolAbsenceActivities {
  const { administration, db } = parts
  return {
    fetchSchoolAbsence: async () => {
      const today = localDate(new Date().toISOString())
      await forgetAbsence(db, { administration, before: addMonths(beginOf(quarterOf(today)), -3) })
      const counts = { lines: 0, told: 0 }
      try {
        counts.lines = await takeAll(parts)
      } finally {
        // What is known is told on, also while the schools' system is down.
        counts.told = await tellOn(parts)
      }
      return counts
    },
  }
}

/** Takes in page after page of the feed, up to its end. */
async function takeAll({ absence, administration, db, vault }: Parts): Promise<number> {
  let from = await absencePosition(db, administration)
  let taken = 0
  for (;;) {
    const page = await orFailure(() => absence.after(from))
    const to = page.at(-1)?.position
    if (to === undefined) return taken
    const numbers = page.map(({ cprNumber }) => cprNumber)
    const children = await vault.persons.childrenAmong({ as: administration, numbers })
    const kept = page.flatMap(({ cprNumber, id: line, institution: _, ...rest }) =>
      children
        .filter(({ number }) => number === cprNumber)
        .map(({ caseId, person }) => ({ ...rest, line, caseId, person })),
    )
    await takeAbsence(db, { administration, from, to, seen: page.map(seenOf), kept })
    taken += page.length
    from = to
  }
}

const seenOf = ({ institution, on }: SchoolAbsenceLine) => ({ institution, on })

/** Signals the processes that have still to hear of something. */
async function tellOn({ administration, calendar, client, db }: Parts): Promise<number> {
  const waiting = (await absenceToTell(db, administration)).map(one => ({
    ...one,
    quarters: quartersOf(one, calendar),
  }))
  let signals = 0
  for (let n = 0; n < waiting.length; n += AT_ONCE) {
    const told = waiting.slice(n, n + AT_ONCE)
    const news = told.filter(isNews)
    await Promise.all(news.map(one => signal(client, one)))
    await absenceTold(db, { administration, told })
    signals += news.length
  }
  return signals
}

interface News extends AbsenceToTell {
  readonly quarters: readonly QuarterAbsence[]
}

function quartersOf({ noted }: AbsenceToTell, calendar: SchoolCalendar): QuarterAbsence[] {
  const quarters = [...new Set(noted.map(({ on }) => quarterOf(on)))].sort()
  return quarters.map(quarter =>
    absenceIn({
      quarter,
      noted: noted.flatMap(({ kind, ...rest }) =>
        kind === null || quarterOf(rest.on) !== quarter ? [] : [{ ...rest, kind }],
      ),
      schoolDays: schoolDaysIn(quarter, calendar),
    }),
  )
}

/** A correction that changes nothing, and a line that was withdrawn before anybody heard of it, are none. */
const isNews = ({ quarters, told }: News): boolean =>
  told === null ? quarters.some(({ to }) => to !== null) : !isDeepStrictEqual(quarters, told)

async function signal(client: Parts['client'], { process, person, position, quarters }: News): Promise<void> {
  const on = quarters.findLast(({ to }) => to !== null)?.to ?? beginOf(quarters.at(-1)?.quarter ?? '')
  const message: RegistryEvent = {
    ...{ event: `absence-${position}`, fact: 'absence', person, relation: 'child', on, municipality: null },
    absence: { position, quarters: [...quarters] },
  }
  await signalRegistryEvent(client, { process, message })
}
