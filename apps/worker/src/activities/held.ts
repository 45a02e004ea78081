import { countHeldProcesses, heldProcesses, hiddenAmong, type Db } from '@brobygger/database'
import type { Administration } from '@brobygger/domain/codes'
import type { ReadActivities } from './types.js'

/** As many as are handed over at the same time. */
const PAGE = 10

/** Reads what somebody holds in one administration. */
export function heldActivities(of: { db: Db; administration: Administration }): ReadActivities {
  const { db, administration } = of
  return {
    heldBy: request => heldProcesses(db, { ...request, administration, limit: PAGE }),
    hiddenFrom: request => hiddenAmong(db, request),
    countHeldBy: request => countHeldProcesses(db, { ...request, administration }),
  }
}
