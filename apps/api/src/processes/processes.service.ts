import { processFile } from '@brobygger/database'
import { Injectable } from '@nestjs/common'
import type { z } from 'zod'
import { View } from '../access/view.js'
import { shownProcess } from '../cases/shown-file.js'
import { Problem } from '../http/problem.js'
import type { Person } from '../person/caller.js'
import { shownLetter } from '../shapes/shown-letter.js'
import { titled } from '../shapes/titled.js'
import { Storage } from '../storage/storage.js'
import type { processFileShape } from './process-answers.js'

/** Shows processes, whatever their kind. */
@Injectable()
export class ProcessesService {
  constructor(private readonly storage: Storage) {}

  async one(caller: Person, process: string): Promise<z.infer<typeof processFileShape>> {
    const view = View.of(caller)
    const file = await processFile(this.storage.db, { process })
    if (file === null) throw new Problem('process-unknown')
    const tasks = file.tasks.filter(task => view.seesTask(task)).map(titled)
    const own = new Set(tasks.map(({ id }) => id))
    return {
      ...shownProcess(file, view),
      tasks,
      deadlines: file.deadlines.filter(({ id }) => view.sees(process, 'tasks', 'consents') || own.has(id)),
      letters: file.letters.filter(letter => view.seesLetter(letter)).map(shownLetter),
      withheld: view.withheld,
    }
  }
}
