/** `npm run bench:absence`: a morning of the schools' absence feed, corrections included. */
import { setTimeout as sleep } from 'node:timers/promises'
import { databaseName } from '@brobygger/database'
import type { System } from '@brobygger/tools'
import { Connection, ScheduleClient, ScheduleOverlapPolicy } from '@temporalio/client'
import pg from 'pg'
import { someNumber } from './absence/some-number.js'
import { Api } from './api.js'
import { BenchCase, SOCIAL_WORKER } from './bench-case.js'
import { StatementCounter, type Statements } from './statements.js'
import { say, withOwnSystem } from './with-own-system.js'

const LINES = 10_000
/** Of these lines, so many correct an earlier one. */
const CORRECTIONS = 1_000
/** Running cases that may know of their child's absence, and the lines about each. */
const CASES = 10
const LINES_A_CASE = 5
/** Lines of one delivery of the schools' system. */
const DELIVERY = 1_000

interface Line {
  readonly id: string
  readonly version: number
  readonly institution: string
  readonly number: string
  readonly on: string
  readonly kind: 'sick' | 'permitted' | 'unlawful'
}

async function measure(system: System): Promise<string[]> {
  const api = new Api(system.apiUrl)
  const connection = await Connection.connect({ address: system.temporalAddress })
  const url = new URL(system.adminUrl)
  url.pathname = `/${databaseName}`
  const database = new pg.Client({ connectionString: url.href })
  await database.connect()
  try {
    say(`raising ${CASES} cases`)
    const children: string[] = []
    for (let n = 0; n < CASES; n++) children.push(await knowingCase(api, n))
    const feed = new Feed(system, connection, database)
    // The first fetch makes keys and plans that every later one has.
    await feed.fetched(await feed.publish(morning('warm', children).slice(0, 100)))

    const timed = await feed.publish(morning('a', children))
    const began = performance.now()
    await feed.fetched(timed)
    const seconds = (performance.now() - began) / 1_000
    const told = await feed.told()

    const counted = await feed.publish(morning('b', children))
    const counter = await StatementCounter.begin({ admin: database, dataDir: system.dataDir })
    const statements = await counter.during(() => feed.fetched(counted))
    const idle = await counter.during(() => sleep(seconds * 1_000))
    await counter.end()
    return report({ seconds, told, statements, idle })
  } finally {
    await database.end()
    await connection.close()
  }
}

function report(of: { seconds: number; told: number; statements: Statements; idle: Statements }): string[] {
  const { seconds, told, statements, idle } = of
  const pages = Math.ceil(LINES / DELIVERY) + 1
  const trips = statements.workers - idle.workers
  return [
    `${LINES} lines, ${CORRECTIONS} of them corrections; ${CASES} running cases that may know, ${LINES_A_CASE} lines each`,
    '',
    `fetched, kept and told         ${seconds.toFixed(2)} s, from the schedule's trigger on`,
    `lines                          ${(LINES / seconds).toFixed(0)} a second`,
    `cases told                     ${told}`,
    `requests to the schools        ${pages}`,
    `round trips to the database    ${trips} (BEGIN, COMMIT and what the told cases record included)`,
    `statements a line              ${(trips / LINES).toFixed(4)}`,
  ]
}

/** A real case whose child is identified, and whose family lets the school tell; gives the child's number. */
async function knowingCase(api: Api, n: number): Promise<string> {
  const one = await BenchCase.raise(api)
  const number = someNumber(n)
  const givers = [{ giver: 'mother', custody: 'sole' }]
  const consents = async (): Promise<void> => {
    for (let left = 100; left > 0; left--) {
      const asked = (await one.show()).consents.at(-1)
      const given = await api
        .post(`/consents/${asked?.id ?? ''}/give`, SOCIAL_WORKER, { giver: 'mother', form: 'paper' })
        .then(
          () => true,
          () => false,
        )
      if (given) return
      await sleep(100)
    }
    throw new Error('no consent to give')
  }
  await one.answer('triage', { outcome: 'takenOn', why: 'Forældrene vil gerne tale.' })
  await one.answer('reply', { reply: 'Vi tager det op.' })
  const dutyCheck = { answer: 'no', why: 'Intet tegn på fare.' }
  await one.answer('session', { heldOn: one.date(0), present: ['mother'], dutyCheck, end: 'consent' })
  await one.answer('requestConsent', { kinds: ['wellbeing'], givers, deliveredOn: one.date(0) })
  await consents()
  await one.answer('identify', { childName: 'Barn Prøve', civilNumber: number, custodyVerified: true })
  const school = {
    purpose: 'cooperation',
    from: 'institution',
    to: 'early-help',
    kinds: ['schoolAndAbsence'],
  }
  await api.post(`/cases/${one.id}/consents`, SOCIAL_WORKER, { ...school, givers, deliveredOn: one.date(0) })
  await consents()
  return number
}

/** What schools send in a morning: lines of the last school days, some of them about known children, some corrected. */
function morning(run: string, children: readonly string[]): Line[] {
  const days = weekdays(20)
  const kinds = ['sick', 'sick', 'permitted', 'unlawful'] as const
  const first = Array.from({ length: LINES - CORRECTIONS }, (_, n): Line => {
    const child = n % 100 === 0 ? children[(n / 100) % children.length] : undefined
    const isKnown = child !== undefined && n / 100 < CASES * LINES_A_CASE
    return {
      id: `${run}-${n}`,
      version: 1,
      institution: '110001',
      number: isKnown ? child : someNumber(1_000 + n),
      on: days[n % days.length] ?? '',
      kind: kinds[n % kinds.length] ?? 'sick',
    }
  })
  const corrected = first
    .slice(0, CORRECTIONS)
    .map((line): Line => ({ ...line, version: 2, kind: 'unlawful' }))
  return [...first, ...corrected]
}

function weekdays(count: number): string[] {
  const days: string[] = []
  for (let back = 1; days.length < count; back++) {
    const day = new Date(Date.now() - back * 86_400_000)
    if (![0, 6].includes(day.getUTCDay())) days.push(day.toISOString().slice(0, 10))
  }
  return days
}

/** The simulated schools, and the fetching. */
class Feed {
  constructor(
    private readonly system: System,
    private readonly connection: Connection,
    private readonly database: pg.Client,
  ) {}

  /** Schools send lines; gives where the feed has the last. */
  async publish(lines: readonly Line[]): Promise<number> {
    let position = 0
    for (let n = 0; n < lines.length; n += DELIVERY) {
      const response = await fetch(`${this.system.simulatorsUrl}/school-absence/publish`, {
        method: 'POST',
        body: JSON.stringify({ lines: lines.slice(n, n + DELIVERY) }),
      })
      if (!response.ok) throw new Error(`publish: ${String(response.status)}`)
      ;({ position } = (await response.json()) as { position: number })
    }
    return position
  }

  /** Fetches now, and waits until everything is in and every case that may know has heard of it. */
  async fetched(position: number): Promise<void> {
    const schedules = new ScheduleClient({ connection: this.connection, namespace: 'children-and-youth' })
    const schedule = schedules.getHandle('school-absence')
    await schedule.trigger(ScheduleOverlapPolicy.ALLOW_ALL)
    for (let left = 6_000; left > 0; left--) {
      const { rows } = await this.database.query<{ done: boolean }>(
        `select position >= $1 and not exists (
           select from brobygger.absence_lines as line
           left join brobygger.absence_told as told on told.case_id = line.case_id
           where line.position > coalesce(told.position, 0)
         ) as done from brobygger.absence_feed`,
        [position],
      )
      if (rows[0]?.done === true) return
      await sleep(10)
    }
    throw new Error('the lines did not come in')
  }

  /** Cases that have been told. */
  async told(): Promise<number> {
    const { rows } = await this.database.query<{ told: number }>(
      'select count(*)::int as told from brobygger.absence_told',
    )
    return rows[0]?.told ?? 0
  }
}

try {
  console.log((await withOwnSystem(measure)).join('\n'))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
