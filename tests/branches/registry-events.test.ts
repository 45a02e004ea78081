import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Connection, ScheduleClient, ScheduleOverlapPolicy } from '@temporalio/client'
import pg from 'pg'
import { call } from '../support/http.js'
import { passesModulus11, Planting } from '../support/planting.js'
import { expectOk, RealCase } from '../support/real-case.js'

const today = new Date().toISOString().slice(0, 10)
const noDuty = { answer: 'no' }
const environment = (name: string): string => process.env[name] ?? ''

let connection: Connection
let database: pg.Client
beforeAll(async () => {
  connection = await Connection.connect({ address: environment('BRO_TEST_TEMPORAL_ADDRESS') })
  const url = new URL(environment('BRO_TEST_ADMIN_URL'))
  url.pathname = '/brobygger'
  database = new pg.Client({ connectionString: url.toString() })
  await database.connect()
})
afterAll(async () => {
  await connection.close()
  await database.end()
})

/** A number that fails modulus 11, so that it was never given to anybody by that rule; another one each time. */
function someNumber(): string {
  const number = `0101${String(randomInt(10, 25))}${String(randomInt(1000, 10_000))}`
  return passesModulus11(number) ? someNumber() : number
}

interface Told {
  readonly kind: string
  readonly number: string
  readonly on?: string
  readonly id?: string
  readonly municipality?: string
  readonly newNumber?: string
}

/** The register tells something; gives the event's id. */
async function publish({ id = randomUUID(), on = today, ...told }: Told): Promise<string> {
  const response = await fetch(`${environment('BRO_TEST_SIMULATORS_URL')}/cpr-events/publish`, {
    method: 'POST',
    body: JSON.stringify({ id, on, ...told }),
  })
  expect(response.status).toBe(200)
  return id
}

async function trigger(): Promise<void> {
  for (const namespace of ['children-and-youth', 'social-services']) {
    const schedules = new ScheduleClient({ connection, namespace })
    await schedules.getHandle('registry-events').trigger(ScheduleOverlapPolicy.ALLOW_ALL)
  }
}

/** Both administrations fetch now, instead of within five minutes, and everything fetched has been told on. */
async function fetchNow(event: string): Promise<void> {
  for (let left = 150; left > 0; left--) {
    // Two triggers in one second are one run, which may have begun before the event was there.
    if (left % 20 === 10 || left === 150) await trigger()
    const { rows } = await database.query<{ done: boolean }>(
      `select (select count(*) from brobygger.registry_inbox where event = $1) = 2
        and not exists (select from brobygger.registry_deliveries where event = $1) as done`,
      [event],
    )
    if (rows[0]?.done === true) return
    await sleep(100)
  }
  throw new Error('the event did not come in')
}

interface Shown {
  readonly responsibleAdministration: string | null
  readonly status: string
  readonly consents: { id: string; flagged: string | null }[]
  readonly handovers: { offer: string; status: string; direction: string }[]
  readonly letters: { kind: string; to: string }[]
  readonly tasks: { id: string; kind: string }[]
  readonly registryEvents: { fact: string; title: string; relation: string | null; process: string }[]
}
const seenBy = async (one: RealCase, as: string): Promise<Shown> =>
  (await call<Shown>('GET', `/cases/${one.id}`, as)).body

/** What the concern has heard of, once it is so much. */
async function heard(one: RealCase, facts: readonly string[]): Promise<Shown> {
  for (let left = 100; left > 0; left--) {
    const shown = await seenBy(one, 'sw-anna')
    const own = shown.registryEvents.filter(({ process }) => process === `concern-${one.id}`)
    if (own.length >= facts.length) {
      expect(own.map(({ fact }) => fact)).toEqual(facts)
      return shown
    }
    await sleep(100)
  }
  throw new Error('the case has not heard of it')
}

/** A real case whose child is identified. */
async function identified(): Promise<{ one: RealCase; number: string }> {
  const planting = new Planting()
  const number = someNumber()
  const one = await RealCase.raise(planting, {})
  await one.answer('triage', { outcome: 'takenOn' })
  await one.answer('reply', {})
  await one.answer('session', { heldOn: today, present: ['mother'], dutyCheck: noDuty, end: 'consent' })
  const givers = [{ giver: 'mother', custody: 'sole' }]
  await one.answer('requestConsent', { kinds: ['wellbeing'], givers, deliveredOn: today })
  const consent = await one.consent()
  await expectOk(call('POST', `/consents/${consent}/give`, 'sw-anna', { giver: 'mother', form: 'paper' }))
  const { id } = await one.task('identify')
  await expectOk(
    call('POST', `/tasks/${id}/complete`, 'sw-anna', {
      childName: 'Prøve Barn',
      civilNumber: number,
      custodyVerified: true,
    }),
  )
  return { one, number }
}

/** The same, offered to the family group. */
async function offered(): Promise<{ one: RealCase; number: string; offer: string }> {
  const found = await identified()
  await found.one.answer('referral', {})
  const { id } = await found.one.task('answerReferral')
  return { ...found, offer: id.replace(/\.\d+$/, '') }
}

const kindsOf = ({ tasks }: Shown): string[] => tasks.map(({ kind }) => kind)

describe('what the register of persons tells', () => {
  it('a child has moved: somebody sends the case on, and is responsible until the new municipality has given its receipt', async () => {
    const { one, number } = await identified()
    const told = { kind: 'moved', number, municipality: '461' }
    const id = await publish(told)
    await fetchNow(id)
    await heard(one, ['moved'])
    // The register repeats itself; another event comes after it.
    await publish({ ...told, id })
    await fetchNow(await publish({ kind: 'protectionSet', number }))
    const shown = await heard(one, ['moved', 'protectionSet'])
    expect(shown.registryEvents[0]).toMatchObject({
      title: 'Flyttet til en anden kommune',
      relation: 'child',
    })
    expect(kindsOf(shown).filter(kind => kind === 'moved')).toHaveLength(1)

    const task = shown.tasks.find(({ kind }) => kind === 'moved')
    const answer = { basis: 'specialSupport', sentOn: today, why: 'Barnet har brug for særlig støtte.' }
    const complete = (body: object) => call('POST', `/tasks/${task?.id ?? ''}/complete`, 'sw-anna', body)
    const refused = await complete(answer)
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([
      400,
      expect.stringContaining('receiptOn'),
    ])
    await expectOk(complete({ ...answer, receiptOn: today }))
    expect(kindsOf(await seenBy(one, 'sw-anna'))).not.toContain('moved')
  }, 60_000)

  it('custody has changed: consents carry nothing more, the offer on them is taken back, and the right ones are asked', async () => {
    const { one, number, offer } = await offered()
    await fetchNow(await publish({ kind: 'custodyChanged', number }))
    const shown = await heard(one, ['custodyChanged'])
    expect(shown.consents.map(({ flagged }) => flagged)).toEqual(['custodyChanged'])
    expect(shown.handovers.find(made => made.offer === offer)?.status).toBe('revoked')
    // Whether the family group has heard of it yet or not: it cannot take the case on this offer any more.
    await call('POST', `/handovers/${offer}/accept`, 'fg-gitte', {
      screening: 'noClarification',
      why: 'Familien er kendt.',
    })
    const after = await seenBy(one, 'sw-anna')
    expect(after.handovers.find(made => made.offer === offer)?.status).toBe('revoked')
    expect(after.responsibleAdministration).toBe('children-and-youth')
    const { id } = await one.task('custodyChanged')
    await expectOk(
      call('POST', `/tasks/${id}/complete`, 'sw-anna', {
        decision: 'askAnew',
        why: 'Far har nu forældremyndigheden.',
      }),
    )
    await one.task('requestConsent')
  }, 60_000)

  it('a child has died: whoever is responsible is asked, nothing closes, and no letter goes to the family any more', async () => {
    const { one, number, offer } = await offered()
    await expectOk(
      call('POST', `/handovers/${offer}/accept`, 'fg-gitte', {
        screening: 'noClarification',
        why: 'Familien har brug for hjælp.',
      }),
    )
    await one.task('firstMeeting')
    const before = (await seenBy(one, 'sw-anna')).letters.length
    await fetchNow(await publish({ kind: 'died', number }))
    const shown = await heard(one, ['died'])
    await one.task('diedInFamilyGroup')
    expect(kindsOf(shown)).not.toContain('died')
    expect(shown.status).toBe('open')
    expect(shown.letters).toHaveLength(before)
  }, 60_000)

  it('a child has a new number: the case is found by both', async () => {
    const { one, number } = await identified()
    const newNumber = someNumber()
    await fetchNow(await publish({ kind: 'numberChanged', number, newNumber }))
    await heard(one, ['numberChanged'])
    await fetchNow(await publish({ kind: 'protectionSet', number: newNumber }))
    await fetchNow(await publish({ kind: 'protectionLifted', number }))
    await heard(one, ['numberChanged', 'protectionSet', 'protectionLifted'])
  }, 60_000)

  it('somebody whom nobody here knows: it is kept that there was something, and not who', async () => {
    const number = someNumber()
    const id = await publish({ kind: 'moved', number, municipality: '461' })
    await fetchNow(id)
    const { rows } = await database.query<{ row: string; processes: number }>(
      'select t::text as row, processes from brobygger.registry_inbox as t where event = $1',
      [id],
    )
    expect(rows.map(({ processes }) => processes)).toEqual([0, 0])
    expect(rows.map(({ row }) => row).join()).not.toContain(number)
  }, 60_000)
})
