import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { ScheduleClient, ScheduleOverlapPolicy } from '@temporalio/client'
import { call } from '../support/http.js'
import { identified, someNumber } from '../support/identified-child.js'
import { lookInside } from '../support/inside.js'
import { expectOk, type RealCase } from '../support/real-case.js'

const today = new Date().toISOString().slice(0, 10)
const environment = (name: string): string => process.env[name] ?? ''

const inside = lookInside()

/** Weekdays of this month up to now, or else of the last one: what a school can have noted. */
const weekdays = (() => {
  const days: string[] = []
  for (let back = 1; days.length < 8; back++) {
    const day = new Date(Date.now() - back * 86_400_000)
    if (![0, 6].includes(day.getUTCDay())) days.push(day.toISOString().slice(0, 10))
  }
  return days
})()

interface Line {
  readonly id?: string
  readonly version?: number
  readonly number: string
  readonly on?: string
  readonly kind?: 'sick' | 'permitted' | 'unlawful' | 'withdrawn'
}

/** Schools send lines; gives where the feed has the last. */
async function publish(...lines: readonly Line[]): Promise<number> {
  const usual = { version: 1, institution: '110001', on: weekdays[0], kind: 'unlawful' }
  const response = await fetch(`${environment('BRO_TEST_SIMULATORS_URL')}/school-absence/publish`, {
    method: 'POST',
    body: JSON.stringify({ lines: lines.map(line => ({ id: randomUUID(), ...usual, ...line })) }),
  })
  expect(response.status).toBe(200)
  return ((await response.json()) as { position: number }).position
}

/** Fetches now, instead of within ten minutes. */
async function fetchNow(position: number): Promise<void> {
  const schedules = new ScheduleClient({ connection: inside.connection, namespace: 'children-and-youth' })
  const schedule = schedules.getHandle('school-absence')
  for (let left = 150; left > 0; left--) {
    // Two triggers in one second are one run, which may have begun before the lines were there.
    if (left % 20 === 10 || left === 150) await schedule.trigger(ScheduleOverlapPolicy.ALLOW_ALL)
    const { rows } = await inside.database.query<{ position: string }>(
      'select position from brobygger.absence_feed',
    )
    if (Number(rows[0]?.position ?? 0) >= position) return
    await sleep(100)
  }
  throw new Error('the lines did not come in')
}

interface Quarter {
  readonly sick: number
  readonly permitted: number
  readonly unlawful: number
  readonly text: string
}
interface Shown {
  readonly registryEvents: { fact: string; title: string; absence: Quarter[] | null }[]
}
const absencesIn = async (one: RealCase, as = 'sw-anna') =>
  (await call<Shown>('GET', `/cases/${one.id}`, as)).body.registryEvents.filter(
    ({ fact }) => fact === 'absence',
  )

/** What the case shows of the child's absence, once it is so much. */
async function shows(one: RealCase, wanted: Partial<Quarter>): Promise<Quarter> {
  let last: Quarter | undefined
  for (let left = 100; left > 0; left--) {
    const events = await absencesIn(one)
    expect(events.length).toBeLessThanOrEqual(1)
    last = events[0]?.absence?.at(-1)
    if (
      last !== undefined &&
      Object.entries(wanted).every(([key, value]) => last?.[key as keyof Quarter] === value)
    )
      return last
    await sleep(100)
  }
  throw new Error(`the case shows ${JSON.stringify(last)}`)
}

/** A real case whose child is identified, and whose family has consented to some kinds of information. */
async function consented(
  kinds: readonly string[],
): Promise<{ one: RealCase; number: string; consent: string }> {
  const { one, number } = await identified()
  // The direction from the school to early help stands on its own.
  await expectOk(
    call('POST', `/cases/${one.id}/consents`, 'sw-anna', {
      purpose: 'cooperation',
      from: 'institution',
      to: 'early-help',
      kinds,
      givers: [{ giver: 'mother', custody: 'sole' }],
      language: 'da',
      textVersion: '2027-1',
      deliveredOn: today,
    }),
  )
  const consent = await one.consent()
  await give(consent)
  return { one, number, consent }
}

const give = (consent: string) =>
  expectOk(call('POST', `/consents/${consent}/give`, 'sw-anna', { giver: 'mother', form: 'paper' }))

const keptOf = async (one: RealCase) =>
  (await inside.database.query('select line from brobygger.absence_lines where case_id = $1', [one.id]))
    .rowCount

describe('absence that schools note', () => {
  it('reaches the case that may know it, counted, once for each fetch; a correction replaces what it corrects', async () => {
    const { one, number } = await consented(['schoolAndAbsence'])
    const id = randomUUID()
    await fetchNow(
      await publish(
        { number, id },
        { number, on: weekdays[1] ?? today, kind: 'sick' },
        { number, id, version: 3, kind: 'permitted' },
        { number, id, version: 2, kind: 'unlawful' },
      ),
    )
    const shown = await shows(one, { permitted: 1 })
    expect(shown.unlawful).toBe(0)
    expect(shown.text).toMatch(/kvartal .* skoledage\), 1 dags lovligt fravær/)
    expect((await absencesIn(one)).map(({ title }) => title)).toEqual(['Skolefravær'])
    await fetchNow(await publish({ number, id, version: 4, kind: 'withdrawn' }))
    await shows(one, { permitted: 0 })
    const { rows } = await inside.database.query<{ n: number }>(
      `select count(*)::int as n from brobygger.events where case_id = $1 and body ->> 'fact' = 'absence'`,
      [one.id],
    )
    expect(rows[0]?.n).toBe(2)
  }, 60_000)

  it('is shown to nobody who may not know who the child is', async () => {
    const { one, number } = await consented(['schoolAndAbsence'])
    await fetchNow(await publish({ number }))
    await shows(one, { unlawful: 1 })
    expect(JSON.stringify((await call('GET', `/cases/${one.id}`, 'r-101001')).body)).not.toMatch(/skoledage/)
  }, 60_000)

  it('does not reach a case whose family has consented to other things, and nothing of it is kept', async () => {
    const { one, number } = await consented(['wellbeing'])
    await fetchNow(await publish({ number }))
    expect(await absencesIn(one)).toEqual([])
    expect(await keptOf(one)).toBe(0)
  }, 60_000)

  it('is forgotten, and told no more, when the family takes its consent back', async () => {
    const { one, number, consent } = await consented(['schoolAndAbsence'])
    await fetchNow(await publish({ number }))
    await shows(one, { unlawful: 1 })
    await expectOk(call('POST', `/consents/${consent}/withdraw`, 'sw-anna', { giver: 'mother' }))
    await fetchNow(await publish({ number, on: weekdays[2] ?? today }))
    await shows(one, { unlawful: 1 })
    expect(await keptOf(one)).toBe(0)
  }, 60_000)

  it('reaches a case in which somebody had the duty to notify, whatever the family has consented to', async () => {
    const { one, number } = await consented(['wellbeing'])
    await one.post('escalate', 'sw-anna', {})
    await one.answer('notify', { identity: 'named', abuse: false, parentsTold: 'both' })
    await fetchNow(await publish({ number }))
    await shows(one, { unlawful: 1 })
  }, 60_000)

  it('of a pupil whom nobody here knows is counted for the school, and not whose it was', async () => {
    const number = someNumber()
    const on = '2026-12-01'
    const before = await seen(on)
    await fetchNow(await publish({ number, on }, { number, on }))
    expect((await seen(on)) - before).toBe(2)
    const { rows } = await inside.database.query<{ dump: string | null }>(
      `select string_agg(t::text, '') as dump from (
        select l::text from brobygger.absence_lines l union all select s::text from brobygger.absence_seen s
      ) as t`,
    )
    expect(rows[0]?.dump ?? '').not.toContain(number)
  }, 60_000)
})

async function seen(on: string): Promise<number> {
  const { rows } = await inside.database.query<{ lines: number }>(
    `select coalesce(sum(lines), 0)::int as lines from brobygger.absence_seen where on_date = $1`,
    [on],
  )
  return rows[0]?.lines ?? 0
}
