import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { beginIdempotent, dropIdempotent, finishIdempotent, type Beginning } from '@brobygger/database'
import { Injectable } from '@nestjs/common'
import { Problem } from '../http/problem.js'
import { problemOf } from '../http/problem-of.js'
import { Reply } from '../http/reply.js'
import type { Person } from '../person/caller.js'
import { isStorageDown } from '../storage/storage-down.js'
import { Storage } from '../storage/storage.js'
import { commandId } from './command-id.js'
import { releaseIdempotent } from './release-idempotent.js'

/** A command as it came in. */
export interface Incoming {
  readonly caller: Person
  readonly key: string | undefined
  /** What is asked of what, e.g. `pause k7qm4d2x9a`. */
  readonly name: string
  readonly body: unknown
  /** Whether it goes on while the database is down, because it holds no text that would have to be stored. */
  readonly codesOnly: boolean
}

/** What the work of a command goes by: the same at every repeat. */
export interface Plan {
  readonly id: string
  /** When the command first came, an ISO instant. */
  readonly at: string
}

/** How long a repeat waits for the first to finish, in milliseconds. */
const WAIT = 5_000
const POLL = 100

/** Gives every repeat of a command under the same key the first answer. */
@Injectable()
export class Commands {
  constructor(private readonly storage: Storage) {}

  /** Does the work once. It must be safe to repeat under the same plan: a crash may come at any moment. */
  async once<T extends object>(
    incoming: Incoming,
    work: (plan: Plan) => Promise<Reply<T>>,
  ): Promise<Reply<T>> {
    const { caller, key, name, body } = incoming
    const fresh = { id: commandId({ person: caller.id, key }), at: new Date().toISOString() }
    if (key === undefined) return await work(fresh)

    const command = { person: caller.id, key }
    const requestHash = createHash('sha256')
      .update(JSON.stringify([name, body]))
      .digest('hex')
    const beginning = await this.begin(
      { ...command, requestHash, plan: { at: fresh.at } },
      incoming.codesOnly,
    )
    if (beginning === 'storage-down') return await work(fresh)
    switch (beginning.state) {
      case 'answered':
        // What was kept under this key and hash is what this very work answered.
        return new Reply(beginning.answer as T, beginning.status, { 'Idempotent-Replay': 'true' })
      case 'mismatch':
        throw new Problem('idempotency-key-reused')
      case 'running':
        throw new Problem('command-running', { headers: { 'Retry-After': '5' } })
      case 'begun':
        return await this.finish(command, () => work({ ...fresh, at: String(beginning.plan['at']) }))
    }
  }

  private async begin(
    command: Parameters<typeof beginIdempotent>[1],
    codesOnly: boolean,
  ): Promise<Beginning | 'storage-down'> {
    const { db } = this.storage
    try {
      for (const end = Date.now() + WAIT; ; await sleep(POLL)) {
        const beginning = await beginIdempotent(db, command)
        if (beginning.state !== 'running' || Date.now() >= end) return beginning
      }
    } catch (error) {
      if (codesOnly && isStorageDown(error)) return 'storage-down'
      throw error
    }
  }

  private async finish<T extends object>(
    command: { person: string; key: string },
    work: () => Promise<Reply<T>>,
  ): Promise<Reply<T>> {
    const { db } = this.storage
    try {
      const reply = await work()
      // A 202 is not the last word: a repeat asks again, under the same plan.
      const keep =
        reply.status === 202
          ? releaseIdempotent(db, command)
          : finishIdempotent(db, { ...command, ...stored(reply) })
      await keep.catch(ignoreStorageDown)
      return reply
    } catch (error) {
      const refused = problemOf(error).status < 500
      await (refused ? dropIdempotent : releaseIdempotent)(db, command).catch(ignoreStorageDown)
      throw error
    }
  }
}

const stored = ({ status, body }: Reply<object>) => ({
  status,
  answer: body as Readonly<Record<string, unknown>>,
})

/** The work is done or refused whatever comes of the note about it; the plan's ids make a repeat safe. */
function ignoreStorageDown(error: unknown): void {
  if (!isStorageDown(error)) throw error
}
