import { administrations } from '@brobygger/domain/codes'
import {
  processes as definitions,
  processId,
  processIdIn,
  type ProcessKind,
} from '@brobygger/domain/processes'
import { WorkflowNotFoundError } from '@temporalio/client'
import type { Engine } from '../temporal/engine.js'

const kinds = Object.keys(definitions) as ProcessKind[]

/**
 * A case as the engine alone knows it, for commands of codes while the database is down. The processes of a kind are
 * numbered without gaps, so they are found by asking for one after the other. The one that carries the case comes first.
 */
export async function placeWithoutStorage(
  engine: Pick<Engine, 'isThere'>,
  caseId: string,
): Promise<{ practice: boolean; processes: readonly string[] }> {
  for (const practice of [false, true]) {
    const carriers = await Promise.all(
      candidates(caseId).map(async process => {
        return (await engine.isThere({ process, practice })) ? [process] : []
      }),
    )
    const [carrier] = carriers.flat()
    if (carrier === undefined) continue
    const others = await Promise.all(kinds.map(kind => numbered(engine, { kind, caseId, practice })))
    const ids = [...new Set([carrier, ...others.flat()])]
    return { practice, processes: ids }
  }
  throw new WorkflowNotFoundError('no process of this case', caseId, undefined)
}

/** Under which ids a case can be carried: without a number, or with an administration's where a kind runs in each. */
function candidates(caseId: string): string[] {
  return kinds.flatMap(kind =>
    definitions[kind].everywhere === true
      ? administrations.codes.map(administration => processIdIn({ kind, caseId, administration }))
      : [processId({ kind, caseId })],
  )
}

/**
 * Numbers run without gaps within a ten; where the first of a ten is missing, no more are asked for. So a course from
 * reception (from 901), or of a later referral than the first that has none, is not found while the database is down.
 */
async function numbered(
  engine: Pick<Engine, 'isThere'>,
  { kind, caseId, practice }: { kind: ProcessKind; caseId: string; practice: boolean },
): Promise<string[]> {
  const found: string[] = []
  for (let ten = 0; ; ten += 10) {
    for (let n = ten + 1; ; n += 1) {
      const process = processId({ kind, caseId, n })
      if (await engine.isThere({ process, practice })) found.push(process)
      else if (n === ten + 1 && ten > 0) return found
      else break
    }
  }
}
