import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { apiRole, logReaderRole, logSealerRole } from '../../../database/src/setup/roles.js'
import { startServer, type TestServer } from '../../../database/src/testing/server.js'
import { AccessLog } from '../access-log.js'
import { HeadsFile } from '../heads/heads-file.js'
import { Sealer } from '../seal/sealer.js'
import type { Finding } from '../verify/finding.js'
import { verifyLog, type Verification } from '../verify/verify.js'

/** A database of its own with an access log, a sealer and a file of heads; superuser at hand for the attacker. */
export class SealedLog {
  private constructor(
    readonly server: TestServer,
    readonly log: AccessLog,
    readonly headsPath: string,
    readonly superuser: pg.Client,
    private readonly folder: string,
    private readonly clients: pg.Client[],
  ) {}

  static async start(): Promise<SealedLog> {
    const server = await startServer()
    const folder = await mkdtemp(join(tmpdir(), 'brobygger-heads-'))
    const url = new URL(server.adminUrl)
    url.pathname = '/brobygger'
    const superuser = new pg.Client({ connectionString: url.href })
    await superuser.connect()
    const log = new AccessLog({ db: server.as(apiRole).pool })
    return new SealedLog(server, log, join(folder, 'heads.jsonl'), superuser, folder, [superuser])
  }

  get heads(): HeadsFile {
    return new HeadsFile(this.headsPath)
  }

  async connect(role: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.server.urlOf(role) })
    // Tests break connections; unheard, the break would end the test.
    client.on('error', () => undefined)
    await client.connect()
    this.clients.push(client)
    return client
  }

  /** Forgets everything, as if nothing had ever been logged; whoever sealed is cut off. */
  async clear(): Promise<void> {
    await this.superuser.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = '${logSealerRole}'`,
    )
    await this.superuser.query('truncate access_log.entries, access_log.blocks, access_log.reviews')
    await rm(this.headsPath, { force: true })
  }

  /** A sealer with a connection of its own. */
  async sealer(): Promise<Sealer> {
    return new Sealer(await this.connect(logSealerRole), this.heads)
  }

  /** Verifies as the role that reads the log, or within a transaction of `db` that is open. */
  async verify(db?: pg.Client): Promise<Verification & { found: Finding[] }> {
    const found: Finding[] = []
    const { heads } = this
    const reader = db ?? (await this.connect(logReaderRole))
    if (db === undefined) await reader.query('begin isolation level repeatable read read only')
    const seen = await verifyLog({
      db: reader,
      heads: heads.exists ? heads.all() : undefined,
      prunedTo: await heads.prunedTo(),
      onFinding: finding => found.push(finding),
    })
    if (db === undefined) await reader.query('rollback')
    return { ...seen, found }
  }

  async stop(): Promise<void> {
    await Promise.allSettled(this.clients.map(client => client.end()))
    await this.server.stop()
    await rm(this.folder, { recursive: true, force: true })
  }
}
