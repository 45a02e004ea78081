import { countHeldProcesses, heldProcesses, hiddenAmong, textsHeld, type Db } from '@brobygger/database'
import type { Administration } from '@brobygger/domain/codes'
import type { ReadActivities } from './types.js'

/** As many as are handed over at the same time. */
const PAGE = 10

/** Reads what is held in one administration: by somebody, and about a case. */
export function heldActivities(of: {
  db: Db
  administration: Administration
}): Omit<ReadActivities, 'pastRetention'> {
  const { db, administration } = of
  return {
    heldBy: request => heldProcesses(db, { ...request, administration, limit: PAGE }),
    hiddenFrom: request => hiddenAmong(db, request),
    textsHeld: ({ cases }) => textsHeld(db, { cases, administration }),
    countHeldBy: request => countHeldProcesses(db, { ...request, administration }),
  }
}
