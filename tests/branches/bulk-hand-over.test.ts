import { randomUUID } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { PracticeBulk } from '../support/bulk.js'
import { consentAsked, offered, takenOn } from '../support/courses.js'
import { call } from '../support/http.js'
import { look } from '../support/look.js'
import { day, type PracticeCase } from '../support/practice-case.js'
import { PracticeProcess } from '../support/practice-process.js'

/** Dates of the open tasks of a person, as `kind@date`. */
async function datesOf(child: PracticeCase, person: string): Promise<string[]> {
  const { tasks } = await child.show()
  return tasks
    .filter(task => task.person === person)
    .map(task => `${task.kind}@${task.dueOn}`)
    .sort()
}

/** How often each process of a case was handed over, by the event log. */
async function handOvers(child: PracticeCase): Promise<string[]> {
  const { body } = await look<{ items: { process: string; body: { type: string } }[] }>(
    `/cases/${child.id}/events?limit=100`,
    'tl-eva',
  )
  return body.items.filter(item => item.body.type === 'handedOver').map(item => item.process)
}

/** A case of sw-anna's in which a colleague has declared a conflict of interest. */
async function knownTo(colleague: string): Promise<PracticeCase> {
  const known = await takenOn()
  await known.post('hand-over', 'sw-anna', { to: colleague, reason: 'workload' })
  await known.post('conflict', colleague)
  await known.answer('reassign', 'tl-eva', { to: 'sw-anna' })
  return known
}

describe('a colleague who falls ill', () => {
  it('is stood in for in every case of their administration; dates stay, and all comes back on the day', async () => {
    const { offered: sent } = await offered()
    const asked = await takenOn()
    const before = [await datesOf(sent, 'sw-anna'), await datesOf(asked, 'sw-anna')]
    expect(before.flat().length).toBeGreaterThan(0)

    const cases = [sent.id, asked.id]
    const bulk = await PracticeBulk.begin('sw-anna', { to: 'sw-dina', returnOn: day(9), cases })
    expect(bulk.answer.headers.get('location')).toBe(`/api/bulk-hand-overs/${bulk.code}`)
    const here = await bulk.settled()
    expect(here).toMatchObject({ done: true, found: here.handedOver.length, refused: [], waiting: null })
    expect(new Set(here.handedOver.map(({ caseId }) => caseId))).toEqual(new Set(cases))
    expect((await bulk.show()).parts.map(({ administration }) => administration)).toEqual([
      'children-and-youth',
    ])

    expect([await datesOf(sent, 'sw-dina'), await datesOf(asked, 'sw-dina')]).toEqual(before)
    expect(await datesOf(sent, 'sw-anna')).toEqual([])
    expect(await sent.show()).toMatchObject({ responsiblePerson: 'sw-dina' })
    const { letters } = await sent.show()
    expect(letters.filter(({ kind, person }) => kind === 'gainedCase' && person === 'sw-dina')).toEqual([])
    const notices = (await bulk.process(1).show()).letters.map(({ kind, person }) => `${kind} ${person}`)
    expect(notices.sort()).toEqual(['bulkGained sw-dina', 'bulkLost sw-anna'])
    await bulk.process(1).record('bulk-hand-over')

    await sent.to(9)
    await asked.to(9)
    expect(await datesOf(sent, 'sw-dina')).toEqual([])
    expect(await datesOf(asked, 'sw-anna')).toEqual(before[1])
    expect(await asked.show()).toMatchObject({ responsiblePerson: 'sw-anna' })
  })

  it('is stood in for in the family group by its own leader, who hands over nothing of another administration', async () => {
    const { offered: sent, offer } = await offered()
    await call('POST', `/tasks/${(await sent.task('answerReferral')).id}/assign`, 'fl-ida', {
      to: 'fg-gitte',
    })
    const refused = await call('POST', '/staff/fg-gitte/hand-over', 'tl-eva', {
      to: 'fg-hans',
      reason: 'illness',
    })
    expect(refused).toMatchObject({ status: 403, body: { code: 'access-denied' } })
    const elsewhere = await call('POST', '/staff/fg-gitte/hand-over', 'fl-ida', {
      to: 'sw-anna',
      reason: 'illness',
    })
    expect(elsewhere).toMatchObject({ status: 409, body: { code: 'staff-elsewhere' } })
    const bulk = await PracticeBulk.begin('fg-gitte', { to: 'fg-hans', cases: [sent.id] }, {}, 'fl-ida')
    const there = await bulk.settled('social-services')
    expect(there.handedOver.map(({ process }) => process)).toEqual([offer])
    expect((await sent.task('answerReferral')).person).toBe('fg-hans')
  })

  it('can be looked up first: what they hold, by kind and case', async () => {
    const child = await takenOn()
    const { status, body } = await call<{
      counts: { kind: string; processes: number }[]
      items: { caseId: string }[]
      next: string | null
    }>('GET', '/staff/sw-anna/work?practice=true&limit=1', 'tl-eva')
    expect(status).toBe(200)
    expect(body.items).toHaveLength(1)
    expect(body.counts.find(({ kind }) => kind === 'concern')?.processes).toBeGreaterThan(0)
    expect((await call('GET', '/staff/nobody/work', 'tl-eva')).status).toBe(422)
    await child.post('close', 'sw-anna', { code: 'noConcern' })
  })

  it('is handed over once, however often the leader asks', async () => {
    const child = await takenOn()
    const key = { 'idempotency-key': randomUUID() }
    const body = { to: 'sw-bo', cases: [child.id] }
    const [first, second] = await Promise.all([
      PracticeBulk.begin('sw-anna', body, key),
      PracticeBulk.begin('sw-anna', body, key),
    ])
    expect(second.code).toBe(first.code)
    await first.settled()
    expect(await handOvers(child)).toEqual([`concern-${child.id}`])
  })

  it('is no obstacle when there is nothing to hand over, or the deputy is the person', async () => {
    const child = await takenOn()
    await child.post('close', 'sw-anna', { code: 'noConcern' })
    const bulk = await PracticeBulk.begin('sw-anna', { to: 'sw-bo', cases: [child.id] })
    expect(await bulk.settled()).toMatchObject({ done: true, handedOver: [], refused: [] })
    const same = await call('POST', '/staff/sw-anna/hand-over', 'tl-eva', { to: 'sw-anna', reason: 'leave' })
    expect(same).toMatchObject({ status: 400 })
  })
})

describe('a deputy who knows the family', () => {
  it('does not get that case: the leader names another, who gets it with all its tasks', async () => {
    const known = await knownTo('sw-bo')
    const other = await takenOn()

    const bulk = await PracticeBulk.begin('sw-anna', { to: 'sw-bo', cases: [known.id, other.id] })
    const part = await bulk.settled()
    expect(part.handedOver.map(({ caseId }) => caseId)).toEqual([other.id])
    expect(part.refused).toEqual([{ process: `concern-${known.id}`, caseId: known.id, why: 'conflict' }])
    expect(part.waiting).toMatchObject({ person: 'tl-eva' })
    const task = await bulk.process(1).task('leftover')
    expect(task.about).toBe(known.id)
    await bulk.process(1).recordLedger('bulk-leftover')

    await bulk.process(1).answer('leftover', 'tl-eva', { decision: 'handOver', to: 'sw-dina' })
    const done = await bulk.settled()
    expect(done).toMatchObject({ done: true, refused: [], waiting: null })
    expect(await known.show()).toMatchObject({ responsiblePerson: 'sw-dina' })
    expect(await datesOf(known, 'sw-anna')).toEqual([])
    await bulk.process(1).record('bulk-leftover')
  })

  it('is no failure when it ends before the leader has decided', async () => {
    const known = await knownTo('sw-bo')
    const bulk = await PracticeBulk.begin('sw-anna', { to: 'sw-bo', cases: [known.id] })
    await bulk.settled()
    await known.post('close', 'sw-anna', { code: 'moved' })
    await bulk.process(1).answer('leftover', 'tl-eva', { decision: 'handOver', to: 'sw-dina' })
    expect(await bulk.settled()).toMatchObject({ done: true, handedOver: [], refused: [{ why: 'ended' }] })
  })

  it('gets no other part of the case either, although the conflict was declared in one', async () => {
    const known = await consentAsked()
    const consent = new PracticeProcess(`consent-${known.id}-1`)
    await consent.post('hand-over', 'sw-anna', { to: 'sw-bo', reason: 'workload' })
    await consent.post('conflict', 'sw-bo')
    await consent.answer('reassign', 'tl-eva', { to: 'sw-anna' })
    const bulk = await PracticeBulk.begin('sw-anna', { to: 'sw-bo', cases: [known.id] })
    const { refused } = await bulk.settled()
    expect(refused.map(({ process, why }) => [process, why])).toEqual([
      [`concern-${known.id}`, 'conflict'],
      [consent.id, 'conflict'],
    ])
    await bulk.process(1).answer('leftover', 'tl-eva', { decision: 'handOver', to: 'sw-dina' })
    expect((await bulk.settled()).handedOver.map(({ to }) => to)).toEqual(['sw-dina', 'sw-dina'])
  })

  it("is a matter for the family group's own leader when the case is there", async () => {
    const { offered: child, offer } = await offered()
    const referral = new PracticeProcess(offer)
    const { id } = await referral.task('answerReferral')
    await call('POST', `/tasks/${id}/assign`, 'fl-ida', { to: 'fg-hans' })
    await referral.post('conflict', 'fg-hans')
    await referral.answer('reassignInFamilyGroup', 'fl-ida', { to: 'fg-gitte' })
    const bulk = await PracticeBulk.begin('fg-gitte', { to: 'fg-hans', cases: [child.id] }, {}, 'fl-ida')
    const there = await bulk.settled('social-services')
    expect(there.waiting).toMatchObject({ person: 'fl-ida' })
    await bulk.process(2).answer('leftoverInFamilyGroup', 'fl-ida', { decision: 'handOver', to: 'fl-ida' })
    expect((await referral.task('answerReferral')).person).toBe('fl-ida')
    await bulk.process(2).record('bulk-leftover-family-group')
  })

  it('leaves it where it is when the leader says so', async () => {
    const known = await knownTo('sw-bo')
    const bulk = await PracticeBulk.begin('sw-anna', { to: 'sw-bo', cases: [known.id] })
    await bulk.settled()
    await bulk.process(1).answer('leftover', 'tl-eva', { decision: 'leave', why: 'Tilbage på mandag.' })
    const part = await bulk.settled()
    expect(part).toMatchObject({ done: true, handedOver: [], refused: [{ why: 'left' }] })
    expect(await known.show()).toMatchObject({ responsiblePerson: 'sw-anna' })
  })
})
