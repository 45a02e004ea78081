import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { ensureKeyFile, KeyRing, MASTER, seal } from '@brobygger/codec'
import { connect, vaultRole, workerRole, type Connection } from '@brobygger/database'
import { alwaysRunning, type Administration } from '@brobygger/domain/codes'
import { FileMasterKeys, keysOwnerRole, KeyStore, setUpKeyStore, type Queryable } from '@brobygger/keys'
import { startServer, type TestServer } from '../../../database/src/testing/server.js'
import type { DraftInput } from '../drafts.js'
import type { JsonObject } from '../json.js'
import { Vault } from '../vault.js'

/** How many statements went to each database. */
export interface Trips {
  data: number
  keys: number
}

/** A vault as a process has it, and what it asks of its databases. */
export interface TestVault {
  readonly vault: Vault
  readonly trips: Trips
  readonly keys: ReadonlyMap<Administration, KeyStore>
}

/** Both databases on a server of their own, set up as in production. */
export interface TestStores {
  readonly server: TestServer
  readonly ring: KeyRing
  readonly keysFile: string
  /** Key store and data as the one who may do everything. */
  readonly admin: { readonly data: Connection['pool']; readonly keys: Connection['pool'] }
  /** A vault as the API has it; with one administration, as that one's worker. */
  readonly open: (only?: Administration) => TestVault
  /** A worker's vault whose connection to the key store can be cut. */
  readonly openFragile: (only: Administration) => TestVault & { cut: () => void; mend: () => void }
  /** Address of the key store for a role. */
  readonly keysUrlOf: (role: string) => string
  /** Makes a text what it would be from before each had a key of its own. */
  readonly toFormat1: (ref: string, content: JsonObject) => Promise<void>
  /** The same for a draft. */
  readonly draftToFormat1: (draft: DraftInput) => Promise<void>
  readonly stop: () => Promise<void>
}

export async function startStores(running: readonly Administration[] = alwaysRunning): Promise<TestStores> {
  const server = await startServer(running)
  const passwords = { ...server.passwords, [keysOwnerRole]: randomBytes(9).toString('hex') }
  const { urls } = await setUpKeyStore({ adminUrl: server.adminUrl, passwords, running })
  const keysFile = `${tmpdir()}/brobygger-vault-${randomBytes(4).toString('hex')}/keys.json`
  await ensureKeyFile({ path: keysFile, administrations: running, contracts: [] })
  const ring = await KeyRing.load(keysFile)
  const open: Connection[] = []
  const pool = (url: string) => {
    const connection = connect({ url, max: 3 })
    open.push(connection)
    return connection.pool
  }
  const vaultOf = (only?: Administration) => {
    const line = { cut: false }
    const trips: Trips = { data: 0, keys: 0 }
    const counted = (name: keyof Trips, db: Queryable): Queryable => ({
      query: (text, values) => {
        if (name === 'keys' && line.cut) return Promise.reject(new Error('Connection terminated'))
        trips[name]++
        return db.query(text, values)
      },
    })
    const served = only === undefined ? running : [only]
    const masters = new FileMasterKeys({ path: keysFile, unwraps: served })
    const stores = served.map(administration => {
      const role = only === undefined ? vaultRole(administration) : workerRole(administration)
      const db = counted('keys', pool(urls[role] ?? ''))
      const keys = new KeyStore({ administration, db, masters, running })
      return { administration, store: { db: counted('data', pool(server.urlOf(role))), keys } }
    })
    const vault = new Vault({ stores: stores.map(({ store }) => store), format1: ring })
    const keys = new Map(stores.map(({ administration, store }) => [administration, store.keys]))
    return { opened: { vault, trips, keys }, line }
  }
  const ofAdmin = (database: string) => pool(server.adminUrl.replace(/\/postgres$/, `/${database}`))
  const admin = { data: ofAdmin('brobygger'), keys: ofAdmin('brobygger_keys') }
  return {
    server,
    ring,
    keysFile,
    admin,
    open: only => vaultOf(only).opened,
    openFragile: only => {
      const { opened, line } = vaultOf(only)
      return { ...opened, cut: () => (line.cut = true), mend: () => (line.cut = false) }
    },
    keysUrlOf: role => urls[role] ?? '',
    toFormat1: async (ref, content) => {
      const { rows } = await admin.data.query<{ administration: string; case_id: string }>(
        'select administration, case_id from vault.texts where ref = $1',
        [ref],
      )
      const { administration = '', case_id: caseId = '' } = rows[0] ?? {}
      const { id, secret } = ring.newest(MASTER)
      const bound = JSON.stringify(['brobygger-text', ref, administration, caseId, 1, id])
      const { iv, ciphertext, tag } = seal(secret, Buffer.from(JSON.stringify(content)), bound)
      await admin.data.query(
        `update vault.texts set format = 1, wrapped_key = null, key_id = $2, iv = $3, ciphertext = $4, tag = $5
          where ref = $1`,
        [ref, id, iv, ciphertext, tag],
      )
    },
    draftToFormat1: async ({ taskId, person, administration, caseId, content }) => {
      const { id, secret } = ring.newest(MASTER)
      const bound = JSON.stringify(['brobygger-draft', taskId, person, administration, caseId, 1, id])
      const { iv, ciphertext, tag } = seal(secret, Buffer.from(JSON.stringify(content)), bound)
      await admin.data.query(
        `update vault.drafts set format = 1, wrapped_key = null, key_id = $3, iv = $4, ciphertext = $5, tag = $6
          where task_id = $1 and person = $2`,
        [taskId, person, id, iv, ciphertext, tag],
      )
    },
    stop: async () => {
      await Promise.all(open.map(connection => connection.close()))
      await server.stop()
      await rm(keysFile.replace(/\/keys\.json$/, ''), { recursive: true, force: true })
    },
  }
}
