import { homeOf, type FileFacts } from '@brobygger/access'
import { fileFacts, type FileFactsRow } from '@brobygger/database'
import { kindIn } from '@brobygger/domain/processes'
import { Injectable } from '@nestjs/common'
import { isStorageDown } from '../storage/storage-down.js'
import { Storage } from '../storage/storage.js'
import { Engine } from '../temporal/engine.js'
import { factsWithoutStorage } from './facts-without-storage.js'
import type { NamedFile } from './targets.js'

/** Finds what decisions rest on. */
@Injectable()
export class Facts {
  constructor(
    private readonly storage: Storage,
    private readonly engine: Engine,
  ) {}

  /**
   * The facts of a file, or null when there is none. One round trip.
   * While the database is down a command can go on with what the processes know of themselves; a read cannot.
   */
  async of({ caseId, task }: NamedFile, person: string, ofCommand: boolean): Promise<FileFacts | null> {
    try {
      return fileOf(await fileFacts(this.storage.db, { caseId, task, person }))
    } catch (error) {
      if (!ofCommand || !isStorageDown(error)) throw error
      return await factsWithoutStorage(this.engine, caseId, error)
    }
  }
}

/** A row of facts as the rules take it. */
export function fileOf(row: FileFactsRow | null): FileFacts | null {
  if (row === null) return null
  return { ...row, parts: row.parts.flatMap(part => partOf(part)) }
}

/** Processes of kinds that are not ours any more are no ground for anything. */
function partOf(part: FileFactsRow['parts'][number]): FileFacts['parts'] {
  const kind = kindIn(part.process)
  return kind === undefined ? [] : [{ ...part, kind, unit: homeOf({ kind, unit: part.unit }) }]
}
