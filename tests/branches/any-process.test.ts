import { describe, expect, it } from '@jest/globals'
import { anyKind, type AnyKind } from '../support/any-kind.js'
import { takenOn } from '../support/courses.js'
import { call } from '../support/http.js'
import { day, noDuty } from '../support/practice-case.js'
import type { PracticeProcess } from '../support/practice-process.js'

/** Due dates by kind of task; a deadline that is no task's, such as a consent's, is `own`. */
async function dates(process: PracticeProcess): Promise<Record<string, string>> {
  const { tasks, deadlines } = await process.show()
  const own = deadlines.filter(({ id }) => id === process.id).map(({ dueOn }) => ({ kind: 'own', dueOn }))
  return Object.fromEntries([...tasks, ...own].map(({ kind, dueOn }) => [kind, dueOn]))
}

/** Everybody who has a part in it or one of its tasks. */
async function holders(process: PracticeProcess): Promise<Set<string | null>> {
  const { people, tasks } = await process.show()
  return new Set([...Object.values(people), ...tasks.map(({ person }) => person)])
}

const who = (kinds: readonly AnyKind[]) => kinds.map(kind => [kind.kind, kind] as const)

describe('in a process of any kind', () => {
  it.each(who(anyKind))('%s: a pause moves local dates, and no other', async (_, of) => {
    const process = await of.begin()
    const before = await dates(process)
    expect((await process.post('pause', of.leader, { reason: 'hospital' })).status).toBe(200)
    expect((await process.show()).paused).toBe(true)
    await process.recordLedger('any-process-paused')
    expect((await process.post('pause', of.leader, { reason: 'hospital' })).status).toBe(409)
    await process.to(7)
    expect((await process.post('resume', of.leader)).status).toBe(200)
    const after = await dates(process)
    for (const kind of of.local)
      expect([kind, String(after[kind]) > String(before[kind])]).toEqual([kind, true])
    for (const kind of of.fixed) expect([kind, after[kind]]).toEqual([kind, before[kind]])
    expect(Object.keys(before).sort()).toEqual(expect.arrayContaining([...of.local, ...of.fixed]))
  })

  it.each(who(anyKind))('%s: a colleague stands in, dates stay, and it comes back', async (_, of) => {
    const process = (await of.begin()).seenAlsoBy(of.deputy)
    const before = await dates(process)
    const body = { from: of.holder, to: of.deputy, reason: 'leave', returnOn: day(2) }
    expect((await process.post('hand-over', of.leader, body)).status).toBe(200)
    const handed = await holders(process)
    expect([handed.has(of.holder), handed.has(of.deputy)]).toEqual([false, true])
    expect(await dates(process)).toEqual(before)
    await process.to(2)
    const back = await holders(process)
    expect([back.has(of.holder), back.has(of.deputy)]).toEqual([true, of.deputy === 'ml-finn'])
    await process.record(`any-process-stood-in-${of.kind}`)
  })

  it.each(who(anyKind))(
    '%s: whoever knows the family sees nothing more, and the leader gives it to another',
    async (_, of) => {
      const process = (await of.begin()).seenAlsoBy(of.deputy)
      expect((await process.post('conflict', of.holder)).status).toBe(200)
      const hidden = await call('GET', `/processes/${process.id}`, of.holder)
      expect(hidden).toMatchObject({ status: 403, body: { code: 'conflict-of-interest' } })
      await process.recordLedger('any-process-conflict')
      const { person } = await process.task(of.reassign)
      expect(person).toBe(of.holder === of.leader ? 'ml-finn' : of.leader)
      const { id } = await process.task(of.reassign)
      const same = await call('POST', `/tasks/${id}/complete`, String(person), { to: of.holder })
      expect(same).toMatchObject({ status: 409, body: { code: 'staff-conflicted' } })
      await process.answer(of.reassign, String(person), { to: of.deputy })
      const now = await holders(process)
      expect([now.has(of.holder), now.has(of.deputy)]).toEqual([false, true])
      const again = { from: of.deputy, to: of.holder, reason: 'other' }
      expect(await process.post('hand-over', of.deputy, again)).toMatchObject({
        status: 409,
        body: { code: 'staff-conflicted' },
      })
      await process.record(`any-process-conflict-${of.kind}`)
    },
  )

  it.each(who(anyKind.filter(({ holder, leader }) => holder !== leader)))(
    '%s: a leader who knows the family too is passed over, and one person decides',
    async (_, of) => {
      const process = (await of.begin()).seenAlsoBy(of.deputy)
      await process.post('conflict', of.holder)
      expect((await process.post('conflict', of.leader)).status).toBe(200)
      const { tasks } = await process.show()
      const asked = tasks.filter(({ kind }) => kind === of.reassign)
      expect(asked.map(({ person }) => person)).toEqual(['ml-finn'])
      await process.answer(of.reassign, 'ml-finn', { to: of.deputy })
      const now = await holders(process)
      expect([now.has(of.holder), now.has(of.leader), now.has(of.deputy)]).toEqual([false, false, true])
      expect((await process.show()).tasks.map(({ kind }) => kind)).not.toContain(of.reassign)
    },
  )

  it.each(who(anyKind))('%s: a note is corrected, and the wrong one stands', async (_, of) => {
    const { caseId } = await of.begin()
    const note = await call<{ entry: string }>('POST', `/cases/${caseId}/notes`, of.holder, { text: 'Ti.' })
    expect(note.status).toBe(201)
    const correction = { entry: note.body.entry, text: 'Ni.' }
    expect((await call('POST', `/cases/${caseId}/corrections`, of.holder, correction)).status).toBe(201)
    expect((await call('POST', `/cases/${caseId}/corrections`, of.holder, correction)).status).toBe(409)
  })

  it.each(who(anyKind))(
    '%s: the duty to notify is asked for at once, and shown to the leader within the hour',
    async (_, of) => {
      const process = await of.begin()
      expect((await process.post('escalate', of.leader, { why: 'Barnet er i fare.' })).status).toBe(200)
      await process.task(of.duty)
      await process.to(0, '12:00')
      expect((await process.task(of.duty)).told).toEqual([of.leader])
    },
  )

  it.each(who(anyKind.filter(({ neverClosed }) => neverClosed !== true)))(
    '%s: it is closed with nothing left to do, and opened again where its list says',
    async (_, of) => {
      const process = await of.begin()
      expect((await process.post('close', of.leader, { code: 'other' })).status).toBe(200)
      await process.to(1)
      expect(await process.show()).toMatchObject({ status: 'closed', tasks: [] })
      expect((await process.post('pause', of.leader, { reason: 'hospital' })).status).toBe(409)
      const reopened = await process.post('reopen', of.leader)
      if (of.reopensAt === null) {
        expect(reopened).toMatchObject({ status: 409, body: { code: 'not-reopened' } })
        return
      }
      expect(reopened.status).toBe(200)
      expect(await process.show()).toMatchObject({ status: 'open', paused: false })
      expect(await process.steps()).toContain(of.reopensAt)
    },
  )

  it.each(who(anyKind.filter(({ local, fixed }) => local.length + fixed.length > 0)))(
    '%s: a date is set anew on purpose, under the rules of today',
    async (_, of) => {
      const process = await of.begin()
      const before = await dates(process)
      const { tasks, deadlines } = await process.show()
      const running = deadlines.filter(({ id }) => id === process.id || tasks.some(task => task.id === id))
      expect(running.length).toBeGreaterThan(0)
      for (const { id } of running) {
        expect((await call('POST', `/deadlines/${id}/recompute`, of.leader)).status).toBe(200)
      }
      expect(await dates(process)).toEqual(before)
    },
  )
})

describe('a date that was agreed on with the family', () => {
  it('is held by a pause, and agreed on anew when it passed meanwhile', async () => {
    const child = await takenOn()
    await child.answer('session', 'sw-anna', {
      heldOn: day(0),
      present: ['mother'],
      dutyCheck: noDuty,
      nextOn: day(10),
    })
    await child.post('pause', 'sw-anna', { reason: 'hospital' })
    await child.to(5)
    await child.post('resume', 'sw-anna')
    expect(await child.due()).toContain(`session@${day(10)}`)
    await child.post('pause', 'sw-anna', { reason: 'hospital' })
    await child.to(12)
    expect((await child.task('session')).overdue).toBe(false)
    await child.post('resume', 'sw-anna')
    expect(await child.due()).toContain(`session@${day(18)}`)
    expect((await child.task('session')).overdue).toBe(false)
  })
})
