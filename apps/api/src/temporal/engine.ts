import type { Accepted } from '@brobygger/domain/messages'
import { Injectable } from '@nestjs/common'
import {
  Connection,
  WorkflowNotFoundError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client'
import { Clients, type ProcessPlace } from './clients.js'
import { fateOfUpdate } from './fate-of-update.js'

/** How long an answer is waited for before the API says 202, in milliseconds. */
export const PATIENCE = 4_000
/** How long a question to a process may take, in milliseconds. */
const QUESTION = 4_000

/** A command to a process. */
export interface Command extends ProcessPlace {
  readonly update: string
  /** The update's id: a repeat within the same run gets the first answer. */
  readonly id: string
  readonly message: object
}

/** Sends commands and questions to the processes. */
@Injectable()
export class Engine {
  constructor(
    private readonly connection: Connection,
    private readonly clients: Clients,
  ) {}

  /**
   * Sends a command, and gives up to where it is recorded; null when it is accepted and durable but not recorded yet.
   * Throws the client's own errors for refusals, processes that have ended, and an engine that does not answer.
   */
  async command(command: Command): Promise<Accepted | null> {
    const { update, id, message } = command
    try {
      return await this.within(PATIENCE, () =>
        this.clients
          .handle(command)
          .executeUpdate<Accepted, [object]>(update, { args: [message], updateId: id }),
      )
    } catch (error) {
      if (!(error instanceof WorkflowUpdateRPCTimeoutOrCancelledError)) throw error
      const fate = await this.within(1_000, () => fateOfUpdate(this.clients.of(command), command))
      if (fate === 'taken') return null
      // Fetched once more for what it says; should it be gone by now, nobody has taken the command.
      if (fate === 'refused') await this.within(1_000, () => this.lateAnswer(command))
      throw error
    }
  }

  private lateAnswer(command: Command): Promise<Accepted> {
    return this.clients.handle(command).getUpdateHandle<Accepted>(command.id).result()
  }

  /** Tells a process a fact. Throws WorkflowNotFoundError for one that has ended. */
  async tell(place: ProcessPlace, signal: string, fact: object): Promise<void> {
    await this.within(QUESTION, () => this.clients.handle(place).signal<[object]>(signal, fact))
  }

  /** Asks a process something. */
  async ask<T>(place: ProcessPlace, query: string): Promise<T> {
    return await this.within(QUESTION, () => this.clients.handle(place).query<T>(query))
  }

  /** The place of a process when nothing but its id is known: in the real namespace, else among the practice cases. */
  async find(process: string): Promise<ProcessPlace> {
    const real = { process, practice: false }
    return (await this.isThere(real)) ? real : { process, practice: true }
  }

  /** Whether a process was ever started and is still known to the engine. */
  async isThere(place: ProcessPlace): Promise<boolean> {
    try {
      await this.within(QUESTION, () => this.clients.handle(place).describe())
      return true
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false
      throw error
    }
  }

  /** Runs calls to the engine that together must answer within so many milliseconds. */
  async within<T>(milliseconds: number, run: () => Promise<T>): Promise<T> {
    return await this.connection.withDeadline(Date.now() + milliseconds, run)
  }
}
