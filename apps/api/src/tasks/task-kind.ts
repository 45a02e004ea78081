import { taskById } from '@brobygger/database'
import { taskOfKind, type TaskDefinition } from '@brobygger/domain/tasks'
import { Injectable } from '@nestjs/common'
import { QueryNotRegisteredError } from '@temporalio/client'
import { Problem } from '../http/problem.js'
import { processIn } from '../ids.js'
import { isStorageDown } from '../storage/storage-down.js'
import { Storage } from '../storage/storage.js'
import { Engine } from '../temporal/engine.js'

/** Finds out what kind of task an id is of. */
@Injectable()
export class TaskKind {
  constructor(
    private readonly storage: Storage,
    private readonly engine: Engine,
  ) {}

  /** The definition of a task. Its process knows it too, and is asked when the database is down. */
  async of(task: string): Promise<TaskDefinition> {
    const kind = await this.stored(task)
    const definition = kind === undefined ? undefined : taskOfKind(kind)
    if (definition === undefined) throw new Problem('task-not-found')
    return definition
  }

  private async stored(task: string): Promise<string | undefined> {
    try {
      return (await taskById(this.storage.db, { task }))?.kind
    } catch (error) {
      if (!isStorageDown(error)) throw error
      return await this.running(task, error)
    }
  }

  private async running(task: string, storageDown: unknown): Promise<string> {
    try {
      const place = await this.engine.find(processIn(task))
      const open = await this.engine.ask<readonly { task: string; kind: string }[]>(place, 'openTasks')
      const found = open.find(entry => entry.task === task)
      if (found !== undefined) return found.kind
    } catch (error) {
      throw error instanceof QueryNotRegisteredError ? storageDown : error
    }
    // It may be answered already, by the first try of this very command: only the database knows.
    throw storageDown
  }
}
