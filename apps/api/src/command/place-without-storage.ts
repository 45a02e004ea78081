import { processes as definitions } from '@brobygger/domain/processes'
import type { CasePlace } from '../cases/case-access.js'
import { administrationOf, concernOf } from '../ids.js'
import type { Engine } from '../temporal/engine.js'

/**
 * A case as the engine alone knows it, for commands of codes while the database is down. The processes of a kind are
 * numbered without gaps, so they are found by asking for one after the other. Who declared a conflict of interest is
 * not known here; each process refuses them by itself.
 */
export async function placeWithoutStorage(
  engine: Pick<Engine, 'find' | 'isThere'>,
  caseId: string,
): Promise<CasePlace> {
  const concern = await engine.find(concernOf(caseId))
  const others = Object.keys(definitions).filter(kind => kind !== 'concern')
  const found = await Promise.all(others.map(kind => numbered(engine, `${kind}-${caseId}`, concern.practice)))
  const ids = [concern.process, ...found.flat()]
  return {
    caseId,
    practice: concern.practice,
    processes: ids.map(id => ({ id, administration: administrationOf(id), open: true })),
    hiddenFrom: [],
  }
}

async function numbered(engine: Pick<Engine, 'isThere'>, name: string, practice: boolean): Promise<string[]> {
  const found: string[] = []
  for (;;) {
    const process = `${name}-${found.length + 1}`
    if (!(await engine.isThere({ process, practice }))) return found
    found.push(process)
  }
}
