import { digests, type Db } from '@brobygger/database'
import type { Administration } from '@brobygger/domain/codes'
import type { Municipality } from '@brobygger/domain/organisation'
import { addDays, endOfLocalDay, isArbejdsdag, localDate } from '@brobygger/domain/policy'
import { toApplicationFailure } from './to-application-failure.js'
import type { Ports } from '../ports/index.js'
import type { DigestActivities } from './types.js'

/** How far ahead the digest looks, in days. */
const AHEAD = 3

/** The day's digest: one letter to everybody for whom something is late or soon due, never twice on one day. */
export function digestActivities(of: {
  db: Db
  ports: Ports
  administration: Administration
  municipality: Municipality
}): DigestActivities {
  const { db, ports, administration, municipality } = of
  return {
    sendDigests: async ({ at }) => {
      const day = localDate(at)
      if (!isArbejdsdag(day, { closedDays: municipality.closedDays })) return { sent: 0 }
      const all = await digests(db, { dueBefore: endOfLocalDay(addDays(day, AHEAD)) })
      const readers = all.filter(({ overdue, dueSoon }) => overdue.length + dueSoon.length > 0)
      try {
        for (const { person } of readers) {
          const key = `digest-${administration}-${day}-${person}`
          await ports.letters.send({
            key,
            kind: 'dailyDigest',
            to: { role: 'staff', person },
            caseId: 'all',
            at,
          })
        }
      } catch (error) {
        throw toApplicationFailure(error)
      }
      return { sent: readers.length }
    },
  }
}
