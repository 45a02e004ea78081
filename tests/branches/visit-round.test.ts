import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { call } from '../support/http.js'
import { day } from '../support/practice-case.js'
import {
  BEFORE_SECOND_QUARTER,
  dayNumber,
  PracticeRound,
  raiseAt,
  SECOND_QUARTER,
  type ShownVisit,
} from '../support/visits.js'

const workingDay = (date: string) => ![0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay())

describe('the need for visits', () => {
  it('is proposed from what was raised in six months, severe concerns counted double, and the leader accepts', async () => {
    await raiseAt('111001', 40, { severity: 'more' })
    await raiseAt('111001', 50)
    await raiseAt('111002', 50)
    await raiseAt('111003', -200)
    const round = await PracticeRound.start({ cluster: 'mark' })
    expect((await round.round()).burdens).toEqual([
      { institution: '111001', concerns: 2, severe: 1, weight: 3 },
      { institution: '111002', concerns: 1, severe: 0, weight: 2 },
      { institution: '111003', concerns: 0, severe: 0, weight: 1 },
    ])
    expect(await round.task('weighNeed')).toMatchObject({ person: 'tl-eva', about: 'mark', dueOn: day(70) })
    await round.answer('weighNeed', 'tl-eva', { decision: 'accept' })
    const { decided, weighedBy, shares } = await round.round()
    expect([decided, weighedBy]).toEqual([true, 'tl-eva'])
    expect(shares).toEqual([
      { institution: '111001', hours: 9, visits: 2 },
      { institution: '111002', hours: 6, visits: 2 },
      { institution: '111003', hours: 3, visits: 1 },
    ])
    await round.record('visit-round-accepted')
  })

  it('is weighed by the leader in another way, with why, and the institution named gets more visits', async () => {
    const round = await PracticeRound.start()
    const { id } = await round.task('weighNeed')
    const own = { decision: 'own', weights: [{ institution: '105002', weight: 5 }] }
    expect((await call('POST', `/tasks/${id}/complete`, 'tl-eva', own)).status).toBe(400)
    const abroad = { ...own, weights: [{ institution: '101001', weight: 5 }], why: 'Mange nye.' }
    expect((await call('POST', `/tasks/${id}/complete`, 'tl-eva', abroad)).body).toMatchObject({
      code: 'institution-unknown',
      errors: [{ field: 'weights.0.institution' }],
    })
    await round.answer('weighNeed', 'tl-eva', { ...own, why: 'Skolen har fået mange nye elever.' })
    const { weights, shares, textRef, texts } = await round.round()
    expect(weights.find(({ institution }) => institution === '105002')?.weight).toBe(5)
    expect(shares.map(({ visits }) => visits)).toEqual([1, 2, 1])
    expect(texts[textRef ?? '']).toEqual({ why: 'Skolen har fået mange nye elever.' })
  })

  it('that nobody weighs reminds, tells the next manager, and is taken as proposed when the quarter begins', async () => {
    const round = await PracticeRound.start()
    await round.to(SECOND_QUARTER - 1)
    expect(await round.letters()).toEqual(['taskReminder tl-eva', 'taskOverdue ml-finn'])
    expect((await round.task('weighNeed')).overdue).toBe(true)
    await round.to(SECOND_QUARTER)
    const { decided, weighedBy, visits } = await round.round()
    expect([decided, weighedBy]).toEqual([false, null])
    expect(visits.length).toBeGreaterThan(0)
    expect((await round.show()).stage).toBe('3 Besøg')
    expect(await round.due()).not.toContain('weighNeed')
  })
})

describe('the plan of a round', () => {
  it('visits every institution on working days, never on a holiday or in its closing weeks, and tells its leader', async () => {
    const round = await PracticeRound.planned()
    const { visits, leftOut } = await round.round()
    expect(visits).toHaveLength(18)
    expect(leftOut).toEqual([])
    const closed = ['2027-05-06', '2027-05-17']
    for (const { plannedOn, institution } of visits) {
      expect(workingDay(plannedOn)).toBe(true)
      expect(closed).not.toContain(plannedOn)
      if (institution !== '105001') expect(plannedOn < '2027-06-26').toBe(true)
    }
    expect(new Set(visits.map(({ plannedOn }) => plannedOn)).size).toBe(12)
    expect(await round.letters()).toEqual([
      'roundPlanned nl-105001',
      'roundPlanned nl-105002',
      'roundPlanned nl-105003',
    ])
    await round.recordLedger('visit-round-planned')
  })

  it('says which visits fall out in a month in which the school is closed', async () => {
    const round = await PracticeRound.planned({ quarter: '2027-Q3' }, dayNumber('2027-06-15'))
    expect((await round.round()).leftOut).toEqual([
      { institution: '105002', month: '2027-07', visits: 2 },
      { institution: '105003', month: '2027-07', visits: 2 },
    ])
  })

  it('is for a cluster that the municipality has', async () => {
    const body = { cluster: 'atlantis', quarter: '2027-Q2', practice: true }
    const answer = await call('POST', '/visit-rounds', 'tl-eva', body)
    expect([answer.status, answer.body['code']]).toEqual([422, 'cluster-unknown'])
  })
})

describe('a visit', () => {
  it('is prepared three working days before with the open concerns of the institution, and held', async () => {
    const raised = await raiseAt('109001', 60)
    const byParent = await raiseAt('109001', 60, { raiserRole: 'parent' })
    const { caseId } = raised.body
    const round = await PracticeRound.planned({ cluster: 'bakke' })
    const { id, institution, plannedOn } = await round.visit(0)
    expect([institution, plannedOn]).toEqual(['109001', '2027-04-08'])
    await round.toDate('2027-04-04')
    expect((await round.visit(0)).status).toBe('planned')
    await round.toDate('2027-04-05', '08:30')
    const prepared = await round.visit(0)
    expect(prepared.status).toBe('prepared')
    expect(prepared.agenda).toContain(caseId)
    // The institution must see nothing of what a parent raised.
    expect(prepared.agenda).not.toContain(byParent.body.caseId)
    const task = await round.task('visit', '109001')
    expect(task).toMatchObject({ person: 'sw-helle', dueOn: plannedOn, about: '109001' })
    expect(await round.letters()).toContain('visitAgenda nl-109001')

    await round.toDate(plannedOn)
    expect(await round.letters()).toContain('taskReminder sw-helle')
    await round.register(prepared, 'sw-helle', {
      outcome: 'held',
      heldOn: plannedOn,
      present: [
        { who: 'leader', count: 1 },
        { who: 'educator', count: 3 },
      ],
      discussed: [caseId],
      notes: 'Vi aftalte at følge op.',
    })
    const held = await round.visit(0)
    expect(held).toMatchObject({
      id,
      status: 'held',
      heldOn: plannedOn,
      heldBy: 'sw-helle',
      discussed: [caseId],
      present: [
        { who: 'leader', count: 1 },
        { who: 'educator', count: 3 },
      ],
    })
    expect((await round.round()).texts[held.textRef ?? '']).toEqual({ notes: 'Vi aftalte at følge op.' })
  })

  it('that is moved is prepared anew before its new date, and the institution hears of it', async () => {
    const round = await PracticeRound.planned()
    const visit = await round.dayOf(0)
    await round.register(visit, 'sw-frida', { outcome: 'moved', newDate: '2027-04-20', why: 'Sygdom.' })
    expect(await round.visit(0)).toMatchObject({ status: 'planned', plannedOn: '2027-04-20', moved: 1 })
    expect(await round.letters()).toContain(`visitMoved nl-${visit.institution}`)
    await round.toDate('2027-04-16')
    expect(await round.visit(0)).toMatchObject({ status: 'prepared', plannedOn: '2027-04-20' })
  })

  it('that is cancelled is not made, and needs a reason', async () => {
    const round = await PracticeRound.planned()
    const visit = await round.dayOf(0)
    const { id } = await round.task('visit', visit.institution)
    const bare = await call('POST', `/tasks/${id}/complete`, 'sw-frida', { outcome: 'cancelled' })
    expect(bare.status).toBe(400)
    await round.register(visit, 'sw-frida', { outcome: 'cancelled', why: 'Institutionen har lukkedag.' })
    expect((await round.visit(0)).status).toBe('cancelled')
    expect(await round.letters()).toContain(`visitCancelled nl-${visit.institution}`)
  })
})

describe('a visit that is missed', () => {
  async function missed(): Promise<{ round: PracticeRound; visit: ShownVisit }> {
    const round = await PracticeRound.planned()
    const { plannedOn } = await round.visit(0)
    await round.toDate(day(dayNumber(plannedOn) + 1), '09:00')
    return { round, visit: await round.visit(0) }
  }

  it('reaches the leader and the institution on the next morning', async () => {
    const { round, visit } = await missed()
    expect(visit.status).toBe('missed')
    expect(visit.missedAt).not.toBeNull()
    const letters = await round.letters()
    expect(letters).toContain('taskOverdue tl-eva')
    expect(letters).toContain(`visitMissed nl-${visit.institution}`)
    expect(await round.task('missedVisit', visit.institution)).toMatchObject({ person: 'tl-eva' })
    await round.recordLedger('visit-round-missed')
  })

  it('gets a new date from the leader, and the social worker is asked again', async () => {
    const { round, visit } = await missed()
    await round.answer(
      'missedVisit',
      'tl-eva',
      { decision: 'newDate', newDate: '2027-04-14' },
      visit.institution,
    )
    expect(await round.visit(0)).toMatchObject({ plannedOn: '2027-04-14', moved: 1, colleague: null })
    await round.toDate('2027-04-14')
    expect(await round.task('visit', visit.institution)).toMatchObject({
      person: 'sw-frida',
      dueOn: '2027-04-14',
    })
  })

  it('is given to a colleague, who registers it', async () => {
    const { round, visit } = await missed()
    const decision = { decision: 'colleague', newDate: '2027-04-14', person: 'sw-helle' }
    await round.answer('missedVisit', 'tl-eva', decision, visit.institution)
    await round.toDate('2027-04-14')
    expect(await round.task('visit', visit.institution)).toMatchObject({ person: 'sw-helle' })
    await round.register(visit, 'sw-helle', { outcome: 'held', heldOn: '2027-04-14' })
    expect(await round.visit(0)).toMatchObject({ status: 'held', heldBy: 'sw-helle', colleague: 'sw-helle' })
  })

  it('is cancelled by the leader', async () => {
    const { round, visit } = await missed()
    await round.answer(
      'missedVisit',
      'tl-eva',
      { decision: 'cancel', why: 'Vi ses om 14 dage.' },
      visit.institution,
    )
    expect((await round.visit(0)).status).toBe('cancelled')
    const { tasks } = await round.show()
    expect(
      tasks.filter(({ about, dueOn }) => about === visit.institution && dueOn === visit.plannedOn),
    ).toEqual([])
  })

  it('is registered late after all, and the leader need not decide', async () => {
    const { round, visit } = await missed()
    await round.register(visit, 'sw-frida', { outcome: 'held', heldOn: visit.plannedOn })
    expect((await round.visit(0)).status).toBe('held')
    expect((await round.show()).tasks.map(({ kind }) => kind)).not.toContain('missedVisit')
  })

  it('that the social worker says was not held goes to the leader at once', async () => {
    const round = await PracticeRound.planned()
    const visit = await round.dayOf(0)
    await round.register(visit, 'sw-frida', { outcome: 'notHeld', why: 'Ingen havde tid.' })
    expect(await round.task('missedVisit', visit.institution)).toMatchObject({ person: 'tl-eva' })
  })

  it('that the leader leaves lying reaches the next manager', async () => {
    const { round } = await missed()
    await round.toDate('2027-04-14')
    expect(await round.letters()).toContain('taskOverdue ml-finn')
  })

  it('has one outcome when it is registered and decided on at the same moment, and the other is told', async () => {
    const { round, visit } = await missed()
    const [held, decided] = await Promise.allSettled([
      round.register(visit, 'sw-frida', { outcome: 'held', heldOn: visit.plannedOn }),
      round.answer(
        'missedVisit',
        'tl-eva',
        { decision: 'cancel', why: 'Nåede det ikke.' },
        visit.institution,
      ),
    ])
    const { status } = await round.visit(0)
    expect([held.status, decided.status, status]).toEqual(
      status === 'held' ? ['fulfilled', 'rejected', 'held'] : ['rejected', 'fulfilled', 'cancelled'],
    )
    const open = (await round.show()).tasks.filter(({ about }) => about === visit.institution)
    expect(open.map(({ kind }) => kind)).not.toContain('missedVisit')
  })
})

describe('an enquiry raised on the spot', () => {
  it('becomes a concern like any other, and stands once in the record of the visit', async () => {
    const round = await PracticeRound.planned({ cluster: 'bakke' })
    const visit = await round.dayOf(0)
    const on = dayNumber(visit.plannedOn)
    const form = { visit: visit.id }
    const first = await raiseAt(visit.institution, on, form, `enquiry-${round.id}`)
    const again = await raiseAt(visit.institution, on, form, `enquiry-${round.id}`)
    expect([first.status, again.body.caseId]).toEqual([201, first.body.caseId])
    const { caseId } = first.body
    const enquiries = await eventually(
      async () => (await round.visit(0)).enquiries,
      list => list.length > 0,
    )
    expect(enquiries).toEqual([caseId])
    const concern = await call('GET', `/cases/${caseId}`, 'sw-helle')
    expect(concern.body).toMatchObject({ raisedBy: `r-${visit.institution}`, responsiblePerson: 'sw-helle' })
  })

  it('names a visit of its own institution', async () => {
    const round = await PracticeRound.planned()
    const { id } = await round.visit(0)
    const elsewhere = await raiseAt('101001', BEFORE_SECOND_QUARTER, { visit: id })
    expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'visit-unknown'])
    const nowhere = await raiseAt('105001', BEFORE_SECOND_QUARTER, { visit: `${round.id}.v99` })
    expect([nowhere.status, nowhere.body.code]).toEqual([422, 'visit-unknown'])
  })
})

describe('a leave in the middle of a round', () => {
  // sw-gorm is away from 8 to 26 February 2027, and sw-dina stands in.
  it('moves the visits to the deputy on its first morning, and back on the morning after its last day', async () => {
    const round = await PracticeRound.planned({ cluster: 'park', quarter: '2027-Q1' }, -26)
    await keepUp(round, '2027-02-05')
    expect((await round.show()).people['socialWorker']).toBe('sw-gorm')
    await round.toDate('2027-02-08', '08:30')
    expect((await round.show()).people['socialWorker']).toBe('sw-dina')
    expect(new Set(await visitors(round))).toEqual(new Set(['sw-dina']))
    await round.recordLedger('visit-round-deputy')
    await keepUp(round, '2027-02-26')
    expect((await round.show()).people['socialWorker']).toBe('sw-dina')
    await round.toDate('2027-02-27', '08:30')
    expect((await round.show()).people['socialWorker']).toBe('sw-gorm')
    await round.toDate('2027-03-03', '09:00')
    for (const visitor of await visitors(round)) expect(visitor).toBe('sw-gorm')
    const heldBy = (await round.round()).visits.filter(({ heldOn }) => heldOn !== null)
    for (const { heldOn, heldBy: by } of heldBy) {
      const away = heldOn !== null && heldOn >= '2027-02-08' && heldOn <= '2027-02-26'
      expect(by).toBe(away ? 'sw-dina' : 'sw-gorm')
    }
    await round.record('visit-round-leave')
  })
})

describe('at any time', () => {
  it('a pause lets no visit be missed, and gives those whose day has passed a new one', async () => {
    const round = await PracticeRound.planned()
    const visit = await round.dayOf(0)
    expect((await round.post('pause', 'sw-frida', { reason: 'other' })).status).toBe(200)
    await round.toDate('2027-04-16')
    expect((await round.visit(0)).status).toBe('prepared')
    expect((await round.post('resume', 'sw-frida')).status).toBe(200)
    const moved = await round.visit(0)
    expect(moved).toMatchObject({ plannedOn: '2027-04-23', moved: 1 })
    await round.toDate('2027-04-20')
    const asked = (await round.show()).tasks.filter(
      ({ kind, about }) => kind === 'visit' && about === visit.institution,
    )
    expect(asked.map(({ dueOn }) => dueOn)).toContain('2027-04-23')
    expect((await round.round()).visits.filter(({ status }) => status === 'missed')).toEqual([])
  })

  it('a conflict of interest takes the round from the social worker at once, and the leader gives it to another', async () => {
    const round = await PracticeRound.planned()
    const visit = await round.dayOf(0)
    expect((await round.post('conflict', 'sw-frida', { why: 'Min søster er leder.' })).status).toBe(200)
    expect((await call('GET', `/visit-rounds/${round.id}`, 'sw-frida')).status).toBe(403)
    await round.answer('reassign', 'tl-eva', { to: 'sw-helle' })
    expect(await round.task('visit', visit.institution)).toMatchObject({ person: 'sw-helle' })
  })

  it('a closed round cancels what is left; re-opened, it plans the rest of the quarter from the next day on', async () => {
    const round = await PracticeRound.planned()
    const first = await round.dayOf(0)
    await round.holdDue(first.plannedOn)
    const closed = await round.post('close', 'tl-eva', { code: 'noConcern' })
    expect(closed.status).toBe(200)
    const { status, visits } = await round.round()
    expect(status).toBe('closed')
    expect(new Set(visits.map(visit => visit.status))).toEqual(new Set(['held', 'cancelled']))
    expect((await round.post('reopen', 'tl-eva')).status).toBe(200)
    const again = await round.round()
    expect(again.status).toBe('open')
    const planned = again.visits.filter(visit => visit.status === 'planned' || visit.status === 'prepared')
    const held = again.visits.filter(visit => visit.status === 'held')
    expect(held.length + planned.length).toBe(18)
    for (const { plannedOn } of planned) expect(plannedOn > first.plannedOn).toBe(true)
    await round.record('visit-round-reopened')
  })

  it('a round that is closed before the need was weighed is planned by the proposal when it is re-opened', async () => {
    const round = await PracticeRound.start()
    expect((await round.post('close', 'tl-eva', { code: 'noConcern' })).status).toBe(200)
    expect((await round.post('reopen', 'tl-eva')).status).toBe(200)
    const { visits, decided } = await round.round()
    expect(decided).toBeNull()
    expect(visits).toHaveLength(18)
  })

  it('a round ends when every visit is held or cancelled', async () => {
    const round = await PracticeRound.planned({ cluster: 'skov' })
    await round.holdAll()
    expect(await round.show()).toMatchObject({ status: 'closed', outcome: 'visited' })
    expect(new Set((await round.round()).visits.map(({ status }) => status))).toEqual(new Set(['held']))
    await round.record('visit-round-held')
  })
})

/** Plays a round forward to a date, with every visit held on its day. */
async function keepUp(round: PracticeRound, until: string): Promise<void> {
  for (;;) {
    const { visits } = await round.round()
    const next = visits.find(({ status, plannedOn }) => isToCome(status) && plannedOn <= until)
    if (next === undefined) break
    await round.toDate(next.plannedOn)
    await round.holdDue(next.plannedOn)
  }
  await round.toDate(until, '15:00')
}

const isToCome = (status: string): boolean => status === 'planned' || status === 'prepared'

/** Who has the visits whose tasks are open. */
async function visitors(round: PracticeRound): Promise<(string | null)[]> {
  return (await round.show()).tasks.filter(({ kind }) => kind === 'visit').map(({ person }) => person)
}

/** What comes in a moment. */
async function eventually<T>(look: () => Promise<T>, done: (seen: T) => boolean): Promise<T> {
  for (let left = 50; left > 0; left -= 1) {
    const seen = await look()
    if (done(seen)) return seen
    await sleep(100)
  }
  return look()
}
