import { databaseName } from '@brobygger/database'
import type { Connection } from '@temporalio/client'
import pg from 'pg'
import type { Api } from './api.js'
import { BenchCase } from './bench-case.js'
import { playChain } from './chain.js'
import { type Footprint, footprintOf } from './footprint.js'
import { StatementCounter, type Statements } from './statements.js'

/** What one whole chain costs. */
export interface ChainCost extends Footprint {
  readonly walBytes: number
  readonly statements: Statements
  readonly milliseconds: number
}

/** What cases cost beside time. */
export interface Cost {
  /** Database statements, by who sent them. `idle` is what comes in two seconds without anybody asking. */
  readonly statements: {
    readonly idle: Statements
    readonly caseStart: Statements
    readonly completion: Statements
    readonly readingCase: Statements
  }
  /** A real case, every task answered at once. */
  readonly chain: ChainCost
  /** The same as a practice case, played forward through 148 days: reminders and dates that pass included. */
  readonly playedForward: ChainCost
}

const IDLE = 2_000

/** Measures what actions and whole chains cost, on an otherwise idle system that is thrown away afterwards. */
export async function measureCost(args: {
  api: Api
  connection: Connection
  adminUrl: string
  dataDir: string
}): Promise<Cost> {
  const { api, connection, adminUrl, dataDir } = args
  const url = new URL(adminUrl)
  url.pathname = `/${databaseName}`
  const database = new pg.Client({ connectionString: url.href })
  await database.connect()
  try {
    const counter = await StatementCounter.begin({ admin: database, dataDir })
    const statements = await perAction(api, counter)
    const ofChain = (practice: boolean) => chainCost({ api, connection, database, counter, practice })
    const cost = { statements, chain: await ofChain(false), playedForward: await ofChain(true) }
    await counter.end()
    return cost
  } finally {
    await database.end()
  }
}

async function perAction(api: Api, counter: StatementCounter): Promise<Cost['statements']> {
  const idle = await counter.during(() => new Promise(resolve => setTimeout(resolve, IDLE)))
  let played: BenchCase | undefined
  const caseStart = await counter.during(async () => {
    played = await BenchCase.raise(api)
  })
  const started = played
  if (started === undefined) throw new Error('No case was started')
  const readingCase = await counter.during(() => started.look())
  const complete = await started.answering('triage', {
    outcome: 'takenOn',
    why: 'Forældrene vil gerne tale.',
  })
  const completion = await counter.during(complete)
  return { idle, caseStart, completion, readingCase }
}

async function chainCost(args: {
  api: Api
  connection: Connection
  database: pg.Client
  counter: StatementCounter
  practice: boolean
}): Promise<ChainCost> {
  const { api, connection, database, counter, practice } = args
  let played: BenchCase | undefined
  const before = await walPosition(database)
  const began = performance.now()
  let milliseconds = 0
  const statements = await counter.during(async () => {
    played = await playChain(api, practice)
    milliseconds = performance.now() - began
  })
  const walBytes = await walSince(database, before)
  if (played === undefined) throw new Error('No chain was played')
  return { ...(await footprintOf({ played, connection, database })), walBytes, statements, milliseconds }
}

async function walPosition(database: pg.Client): Promise<string> {
  const { rows } = await database.query<{ lsn: string }>('select pg_current_wal_insert_lsn() as lsn')
  return rows[0]?.lsn ?? '0/0'
}

async function walSince(database: pg.Client, lsn: string): Promise<number> {
  const { rows } = await database.query<{ bytes: string }>(
    'select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), $1) as bytes',
    [lsn],
  )
  return Number(rows[0]?.bytes)
}
