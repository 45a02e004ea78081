/** `npm run bench:crypto`: what codec and vault cost, as a part of the CPU time of a case. */
import { BrobyggerCodec, KeyRing } from '@brobygger/codec'
import { databaseName } from '@brobygger/database'
import {
  administration as administrationCode,
  namespaceOf,
  type Administration,
} from '@brobygger/domain/codes'
import { contractNames } from '@brobygger/domain/contracts'
import { FileMasterKeys, KeyStore, keysDatabaseName } from '@brobygger/keys'
import type { System } from '@brobygger/tools'
import { Vault } from '@brobygger/vault'
import { Connection, type Payload } from '@temporalio/client'
import pg from 'pg'
import { Api } from './api.js'
import type { BenchCase } from './bench-case.js'
import { playChain } from './chain.js'
import { cpuOfSystem } from './cpu-of.js'
import { say, withOwnSystem } from './with-own-system.js'

const WARM_UP = 5
const CASES = 20
/** Every payload and text of one case, so many times over. */
const REPEATS = 200
const YOUTH = 'children-and-youth'
/** A text is written once and read by whoever works on the case: by both administrations, at least. */
const READS_PER_TEXT = 2

async function measure(system: System): Promise<string[]> {
  const api = new Api(system.apiUrl)
  for (let i = 0; i < WARM_UP; i++) await playChain(api, false)
  say(`${String(CASES)} cases`)
  const before = await cpuOfSystem()
  let last: BenchCase | undefined
  for (let i = 0; i < CASES; i++) last = await playChain(api, false)
  const ofCase = ((await cpuOfSystem()) - before) / CASES
  if (last === undefined) throw new Error('no case')
  const codec = await codecCost(system, last)
  const vault = await vaultCost(system, last)
  const share = (cost: number) => `${((100 * cost) / ofCase).toFixed(1)} %`
  return [
    `${String(CASES)} whole chains, ${String(WARM_UP)} before them to warm up; CPU of API, workers, engine and database together`,
    '',
    `one case                         ${ofCase.toFixed(0)} ms CPU`,
    `codec, ${String(codec.count)} payloads of ${codec.bytes} bytes  ${codec.ms.toFixed(2)} ms   ${share(codec.ms)}   each encrypted once and decrypted once`,
    `vault, ${String(vault.count)} texts               ${vault.ms.toFixed(2)} ms   ${share(vault.ms)}   each written once and read ${String(READS_PER_TEXT)} times, database and key store included`,
  ]
}

/** CPU for every payload in the histories of a case. */
async function codecCost(
  system: System,
  played: BenchCase,
): Promise<{ count: number; bytes: string; ms: number }> {
  const connection = await Connection.connect({ address: system.temporalAddress })
  const ring = await KeyRing.load(system.keysFile)
  let [count, bytes, ms] = [0, 0, 0]
  try {
    for (const { id, administration } of (await played.show()).processes) {
      const owner = administrationCode.parse(administration)
      const payloads = await payloadsOf(connection, owner, id)
      const codec = new BrobyggerCodec({
        ring: ring.forAdministration(owner, contractNames),
        administration: owner,
      })
      const decoded = await codec.decode(payloads)
      count += payloads.length
      bytes += payloads.reduce((sum, { data }) => sum + (data?.length ?? 0), 0)
      ms += await cpuOf(async () => {
        await codec.decode(payloads)
        await codec.encode(decoded)
      })
    }
  } finally {
    await connection.close()
  }
  return { count, bytes: (bytes / count).toFixed(0), ms }
}

async function payloadsOf(
  connection: Connection,
  owner: Administration,
  workflowId: string,
): Promise<Payload[]> {
  const { history } = await connection.workflowService.getWorkflowExecutionHistory({
    namespace: namespaceOf({ administration: owner, practice: false }),
    execution: { workflowId },
  })
  return payloadsIn(history?.events ?? [])
}

/** Every encrypted payload anywhere in a value. */
function payloadsIn(value: unknown): Payload[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return []
  const { metadata } = value as Payload
  if (metadata?.['brobygger-key'] !== undefined) return [value]
  return Object.values(value).flatMap(payloadsIn)
}

/** CPU, the database's included, for as many texts as a case has in its own administration. */
async function vaultCost(system: System, played: BenchCase): Promise<{ count: number; ms: number }> {
  const pool = (database: string) => {
    const url = new URL(system.adminUrl)
    url.pathname = `/${database}`
    return new pg.Pool({ connectionString: url.href, max: 2 })
  }
  const [data, keys] = [pool(databaseName), pool(keysDatabaseName)]
  try {
    const { rows } = await data.query<{ count: number; size: number }>(
      'select count(*)::int as count, avg(length(ciphertext))::int as size from vault.texts where case_id = $1',
      [played.id],
    )
    const { count = 0, size = 0 } = rows[0] ?? {}
    const store = new KeyStore({
      administration: YOUTH,
      db: keys,
      masters: new FileMasterKeys({ path: system.keysFile, unwraps: [YOUTH] }),
      running: [YOUTH],
    })
    const vault = new Vault({
      stores: [{ db: data, keys: store }],
      format1: await KeyRing.load(system.keysFile),
    })
    let n = 0
    const ms = await cpuOf(async () => {
      n += 1
      for (let i = 0; i < count; i++) {
        const ref = await vault.put({
          administration: YOUTH,
          caseId: `bench${String(n).padStart(5, '0')}`,
          id: `t${String(i)}`,
          practice: true,
          purpose: 'note',
          content: { text: 'x'.repeat(size) },
        })
        for (let read = 0; read < READS_PER_TEXT; read++) await vault.get({ ref, as: [YOUTH] })
      }
    })
    return { count, ms }
  } finally {
    await Promise.all([data.end(), keys.end()])
  }
}

/** CPU milliseconds of one round of some work, here and in the system. */
async function cpuOf(work: () => Promise<void>): Promise<number> {
  await work()
  const [own, system] = [process.cpuUsage(), await cpuOfSystem()]
  for (let i = 0; i < REPEATS; i++) await work()
  const { user, system: kernel } = process.cpuUsage(own)
  return ((user + kernel) / 1_000 + (await cpuOfSystem()) - system) / REPEATS
}

try {
  console.log((await withOwnSystem(measure)).join('\n'))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
