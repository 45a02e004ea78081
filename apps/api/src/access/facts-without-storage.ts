import { homeOf, type FileFacts, type Part, type TaskFacts } from '@brobygger/access'
import type { Role, Unit } from '@brobygger/domain/codes'
import type { People } from '@brobygger/domain/organisation'
import { administrationOf, kindIn } from '@brobygger/domain/processes'
import { QueryNotRegisteredError, WorkflowNotFoundError } from '@temporalio/client'
import { placeWithoutStorage } from '../command/place-without-storage.js'
import type { Engine } from '../temporal/engine.js'

/** What a process tells of itself: its people, who is kept from it, and its open tasks. */
interface Standing {
  readonly unit: Unit
  readonly people: People
  readonly excluded: readonly string[]
  readonly tasks: readonly { id: string; role: Role; unit: Unit; person: string | null }[]
}

/**
 * The facts of a file as its running processes tell them, for commands of codes while the database is down; null when
 * the engine knows none. Restrictions and urgent access are in the database alone: nobody has what rests on them.
 * @throws what the database failed with, when a process of an earlier release tells nothing of itself
 */
export async function factsWithoutStorage(
  engine: Pick<Engine, 'isThere' | 'ask'>,
  caseId: string,
  storageDown: unknown,
): Promise<FileFacts | null> {
  try {
    const { practice, processes } = await placeWithoutStorage(engine, caseId)
    const found = await Promise.all(
      processes.map(async process => ({
        process,
        standing: await engine.ask<Standing>({ process, practice }, 'standing'),
      })),
    )
    const [first] = found
    return {
      caseId,
      practice,
      raisedBy: first?.standing.people.raiser ?? null,
      // Who raised it, and as what, stands in the database: without it nobody acts as the raiser.
      raisedByParent: true,
      degree: null,
      protectedPersons: [],
      parts: found.flatMap(({ process, standing }) => partOf(process, standing)),
      tasks: found.flatMap(({ process, standing }) => standing.tasks.map(task => taskOf(process, task))),
      restricted: {},
      glass: {},
    }
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null
    throw error instanceof QueryNotRegisteredError ? storageDown : error
  }
}

function partOf(process: string, { unit, people, excluded }: Standing): Part[] {
  const kind = kindIn(process)
  if (kind === undefined) return []
  const offered = kind === 'referral' && people.familyCaseworker === null
  const administration = administrationOf(process)
  const home = homeOf({ kind, unit })
  return [{ process, kind, administration, unit: home, open: true, people, hiddenFrom: excluded, offered }]
}

const taskOf = (process: string, task: Standing['tasks'][number]): TaskFacts => ({
  ...task,
  process,
  open: true,
  closedBy: null,
})
