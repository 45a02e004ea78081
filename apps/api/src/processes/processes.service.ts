import { processFile } from '@brobygger/database'
import { caseIn } from '@brobygger/domain/processes'
import { Injectable } from '@nestjs/common'
import type { z } from 'zod'
import { CaseAccess } from '../cases/case-access.js'
import { Problem } from '../http/problem.js'
import type { Person } from '../person/caller.js'
import { titled } from '../shapes/titled.js'
import { Storage } from '../storage/storage.js'
import type { processFileShape } from './process-answers.js'

/** Shows processes, whatever their kind. */
@Injectable()
export class ProcessesService {
  constructor(
    private readonly storage: Storage,
    private readonly access: CaseAccess,
  ) {}

  async one(caller: Person, process: string): Promise<z.infer<typeof processFileShape>> {
    await this.access.of(caseIn(process), caller)
    const file = await processFile(this.storage.db, { process })
    if (file === null) throw new Problem('process-unknown')
    return { ...file, tasks: file.tasks.map(titled) }
  }
}
