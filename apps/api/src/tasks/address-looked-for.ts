import { protectedPersonsOf, type Db } from '@brobygger/database'
import { goesOut } from '@brobygger/domain/tasks'
import { fieldProblem } from '../http/problem.js'
import { processIn } from '../ids.js'
import type { Answering } from './answering.js'

const field = 'addressLookedFor'

/**
 * Refuses to let something out of a case in which somebody has a protected address before whoever does it says that they
 * have looked for the address. Also while the database is down: what nobody can look up is not let out.
 */
export async function addressIsLookedFor(db: Db, kind: string, { task, codes }: Answering): Promise<void> {
  if (!goesOut(kind, codes) || codes[field] === true) return
  const persons = await protectedPersonsOf(db, { process: processIn(task) })
  if (persons.length > 0) throw fieldProblem('address-not-looked-for', field)
}
