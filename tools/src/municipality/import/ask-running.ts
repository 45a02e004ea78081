import { resolve } from 'node:path'
import type { Config } from '@brobygger/config'
import { connect, namedByRunning } from '@brobygger/database'
import { readSystem } from '../../running-system.js'
import type { NamedByRunning } from './plan-import.js'

/**
 * Asks the database what running processes name: DATABASE_URL as the API's role, else the system that runs on the data
 * folder. Null where there is neither.
 * @throws the database's error where it cannot be asked
 */
export async function askRunning(
  config: Pick<Config, 'DATABASE_URL' | 'DATA_DIR'>,
): Promise<NamedByRunning | null> {
  const url = config.DATABASE_URL ?? (await readSystem(resolve(config.DATA_DIR)))?.apiDatabaseUrl
  if (url === undefined) return null
  const { db, close } = connect({ url, max: 1 })
  try {
    const { institutions, people } = await namedByRunning(db)
    const work = new Map<string, Record<string, number>>()
    for (const { person, kind, processes } of people)
      work.set(person, { ...work.get(person), [kind]: processes })
    return {
      institutions: new Map(institutions.map(({ institution, processes }) => [institution, processes])),
      people: work,
    }
  } finally {
    await close()
  }
}
