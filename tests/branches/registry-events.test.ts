import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { namedNotification } from '../support/forms.js'
import { call } from '../support/http.js'
import {
  consented,
  identified,
  identify,
  offered,
  someNumber,
  takenOver,
} from '../support/identified-child.js'
import { lookInside } from '../support/inside.js'
import { lookFromAllSides } from '../support/look.js'
import { fetchNow as fetchEvents, publish, trigger } from '../support/person-events.js'
import { Planting } from '../support/planting.js'
import { expectOk, RealCase } from '../support/real-case.js'

const today = new Date().toISOString().slice(0, 10)

const inside = lookInside()

/** Everything that the register has told has been fetched, and told on. */
const fetchNow = (event: string): Promise<void> => fetchEvents(inside, event)

/** Nobody waits to hear of an event any more. */
async function untilTold(event: string): Promise<void> {
  for (let left = 150; left > 0; left--) {
    if (left % 20 === 10 || left === 150) await trigger(inside.connection)
    const { rows } = await inside.database.query(
      'select from brobygger.registry_deliveries where event = $1',
      [event],
    )
    if (rows.length === 0) return
    await sleep(100)
  }
  throw new Error('nobody was told of the event')
}

interface Shown {
  readonly responsibleAdministration: string | null
  readonly status: string
  readonly consents: { id: string; flagged: string | null }[]
  readonly handovers: { offer: string; status: string; direction: string }[]
  readonly letters: { kind: string; to: string }[]
  readonly relations: { relation: string }[]
  readonly tasks: { id: string; kind: string; about: string | null }[]
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

/** Custody has changed, both parents consent anew, and the child is identified once more. */
async function askAnewAndIdentify(one: RealCase, number: string): Promise<void> {
  await fetchNow(await publish({ kind: 'custodyChanged', number }))
  await one.answer('custodyChanged', { decision: 'askAnew' })
  await consented(one, ['mother', 'father'])
  await identify(one, { civilNumber: number })
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
    const { one, number } = await takenOver()
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

  it('a child has a new number by which another case is known: its social worker is asked, as at identification', async () => {
    const [{ one, number }, other] = [await identified(), await identified()]
    await fetchNow(await publish({ kind: 'numberChanged', number, newNumber: other.number }))
    const shown = await heard(one, ['numberChanged'])
    expect(shown.tasks.find(({ kind }) => kind === 'merge')).toMatchObject({ about: other.one.id })
    expect(shown.relations).toMatchObject([{ relation: 'sameChild' }])
    // The log of the case says that others are known, and not which cases they are.
    const { body } = await call('GET', `/cases/${one.id}/events?limit=500`, 'sw-anna')
    expect(JSON.stringify(body)).not.toContain(`"known"`)
  }, 60_000)

  it('custody has changed after the family group took over: whoever helps looks at it, and nothing is taken back', async () => {
    const { one, number } = await takenOver()
    await fetchNow(await publish({ kind: 'custodyChanged', number }))
    const shown = await heard(one, ['custodyChanged'])
    await one.task('custodyChangedInFamilyGroup')
    expect(shown.consents.map(({ flagged }) => flagged)).toEqual(['custodyChanged'])
    expect(shown.handovers.map(({ status }) => status)).not.toContain('revoked')
    expect(kindsOf(shown)).not.toContain('custodyChanged')
  }, 60_000)

  it('a parent has died: letters to that parent stop, and the others still get theirs', async () => {
    const [mother, father] = [someNumber(), someNumber()]
    const { one, number } = await identified({ parents: { mother, father } })
    const told = async () => {
      const { letters } = await seenBy(one, 'sw-anna')
      return letters.filter(({ kind }) => kind === 'informationLetter').map(({ to }) => to)
    }
    const toldSoMany = async (count: number) => {
      for (let left = 100; left > 0 && (await told()).length < count; left--) await sleep(100)
      return await told()
    }
    expect((await toldSoMany(2)).sort()).toEqual(['father', 'mother'])
    await fetchNow(await publish({ kind: 'died', number: mother }))
    await heard(one, ['died'])
    await one.task('died')
    // Identified anew, both parents would be told.
    await askAnewAndIdentify(one, number)
    // Both letters would be sent in one go.
    expect((await toldSoMany(3)).sort()).toEqual(['father', 'father', 'mother'])
  }, 60_000)

  it('a notification is under way: the family group hears of it, and has the case sent on', async () => {
    const number = someNumber()
    const one = await RealCase.raise(new Planting(), { mainCategory: 'violence', acute: true })
    const { id } = await one.task('notify')
    const named = { ...namedNotification, childContact: number }
    await expectOk(call('POST', `/tasks/${id}/complete`, 'sw-anna', named))
    const { id: assess } = await one.task('assess')
    await fetchNow(await publish({ kind: 'moved', number, municipality: '461' }))
    await one.task('movedInFamilyGroup')
    const { registryEvents } = await lookFromAllSides<Shown>(`/cases/${one.id}`)
    expect(registryEvents.map(event => event.process)).toContain(assess.replace(/\.\d+$/, ''))
  }, 60_000)

  it('a worker dies between taking an event in and telling of it, or before it could note that it told: it is told, once', async () => {
    const { one } = await identified()
    const id = randomUUID()
    const process = `concern-${one.id}`
    const administration = 'children-and-youth'
    const message = {
      event: id,
      fact: 'died',
      person: 'p_1',
      on: today,
      municipality: null,
      relation: 'mother',
    }
    // As the worker leaves it: in the inbox, with a process that has still to hear of it.
    await inside.database.query(
      `insert into brobygger.registry_inbox (administration, event, position, fact, happened_on, processes)
        values ($1, $2, 0, 'died', $3, 1)`,
      [administration, id, today],
    )
    const owe = () =>
      inside.database.query(
        `insert into brobygger.registry_deliveries (administration, event, process, case_id, message)
          values ($1, $2, $3, $4, $5)`,
        [administration, id, process, one.id, message],
      )
    for (const _ of ['before', 'after']) {
      await owe()
      await untilTold(id)
      await heard(one, ['died'])
    }
  }, 60_000)

  it('somebody whom nobody here knows: it is kept that there was something, and not who', async () => {
    const number = someNumber()
    const id = await publish({ kind: 'moved', number, municipality: '461' })
    await fetchNow(id)
    const { rows } = await inside.database.query<{ row: string; processes: number }>(
      'select t::text as row, processes from brobygger.registry_inbox as t where event = $1',
      [id],
    )
    expect(rows.map(({ processes }) => processes)).toEqual([0, 0])
    expect(rows.map(({ row }) => row).join()).not.toContain(number)
  }, 60_000)
})
