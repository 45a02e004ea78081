import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'

/** How many statements PostgreSQL ran for whom; each is one round trip of its client. */
export interface Statements {
  readonly api: number
  readonly workers: number
}

/** A line of the log reaches its file through a pipe, in milliseconds. */
const LOG_DELAY = 400

/**
 * Counts statements in PostgreSQL's own log: every one is logged while it counts, BEGIN and COMMIT too, without
 * its parameters. Only to be used on a system that is thrown away, and never while times are measured.
 */
export class StatementCounter {
  private constructor(
    private readonly admin: pg.Client,
    private readonly file: string,
  ) {}

  static async begin({ admin, dataDir }: { admin: pg.Client; dataDir: string }): Promise<StatementCounter> {
    await admin.query(`alter system set log_line_prefix = '%u '`)
    await admin.query(`alter system set log_parameter_max_length = 0`)
    await admin.query(`alter system set log_statement = 'all'`)
    await admin.query('select pg_reload_conf()')
    await sleep(LOG_DELAY)
    return new StatementCounter(admin, join(dataDir, 'logs', 'postgres.log'))
  }

  /** Ends the counting. */
  async end(): Promise<void> {
    await this.admin.query('alter system reset all')
    await this.admin.query('select pg_reload_conf()')
  }

  /** Statements during some work, by who sent them. */
  async during(work: () => Promise<unknown>): Promise<Statements> {
    const log = await open(this.file)
    try {
      const { size } = await log.stat()
      await work()
      await sleep(LOG_DELAY)
      const { size: end } = await log.stat()
      const { buffer } = await log.read({ buffer: Buffer.alloc(end - size), position: size })
      return countStatements(buffer.toString())
    } finally {
      await log.close()
    }
  }
}

/** Counts the statements of the system's roles in lines such as `bro_api LOG:  execute <unnamed>: select …`. */
export function countStatements(log: string): Statements {
  const roles = [...log.matchAll(/^(\w+) LOG: {2}(?:execute|statement)\b/gm)].map(([, role]) => role ?? '')
  return {
    api: roles.filter(role => role === 'bro_api').length,
    workers: roles.filter(role => role.startsWith('bro_worker')).length,
  }
}
