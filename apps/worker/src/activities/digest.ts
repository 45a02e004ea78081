import type { Digest } from '@brobygger/database'
import type { Administration } from '@brobygger/domain/codes'
import type { Municipality } from '@brobygger/domain/organisation'
import { addDays, endOfLocalDay, isArbejdsdag, localDate } from '@brobygger/domain/policy'
import type { Ports } from '../ports/index.js'
import { toApplicationFailure } from './to-application-failure.js'
import type { DigestActivities } from './types.js'

/** How far ahead the digest looks, in days. */
const AHEAD = 3

/** What the digest needs: who has what before them, and somebody to send it. */
export interface DigestParts {
  readonly administration: Administration
  readonly municipality: Pick<Municipality, 'closedDays'>
  readonly letters: Ports['letters']
  /** Everybody with an open task; what is due before the instant counts as soon due. */
  readonly digests: (dueBefore: string) => Promise<readonly Digest[]>
}

/**
 * The day's digest: one letter to everybody for whom something is late or soon due, on working days, and never twice
 * on one day.
 */
export function digestActivities(parts: DigestParts): DigestActivities {
  const { administration, municipality, letters, digests } = parts
  return {
    sendDigests: async ({ at }) => {
      const day = localDate(at)
      if (!isArbejdsdag(day, municipality)) return { sent: 0 }
      const all = await digests(endOfLocalDay(addDays(day, AHEAD)))
      const readers = all.filter(({ overdue, dueSoon }) => overdue.length + dueSoon.length > 0)
      try {
        for (const { person } of readers) {
          const key = `digest-${administration}-${day}-${person}`
          await letters.send({ key, kind: 'dailyDigest', to: { role: 'staff', person }, caseId: 'all', at })
        }
      } catch (error) {
        throw toApplicationFailure(error)
      }
      return { sent: readers.length }
    },
  }
}
