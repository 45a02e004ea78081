import { describe, expect, it } from '@jest/globals'
import { consentAsked, takenOn } from '../support/courses.js'
import { look } from '../support/look.js'
import { day, noDuty, PracticeCase } from '../support/practice-case.js'

const events = async (id: string): Promise<string[]> => {
  const kinds: string[] = []
  let cursor = ''
  for (;;) {
    const { body } = await look<{ items: { body: { type: string } }[]; next: string | null }>(
      `/cases/${id}/events?limit=100${cursor}`,
      'tl-eva',
    )
    kinds.push(...body.items.map(item => item.body.type))
    if (body.next === null) return kinds
    cursor = `&cursor=${encodeURIComponent(body.next)}`
  }
}

describe('at any time', () => {
  it('a worry can be escalated: what ran is withdrawn, the duty is asked of both, now', async () => {
    const child = await consentAsked()
    await child.post('escalate', 'sw-anna')
    const kinds = (await child.show()).tasks.map(({ kind }) => kind).sort()
    expect(kinds).toEqual(['notify', 'raiserNotify'])
  })

  it('a case can be closed: its consent and its tasks end with it, and the raiser is told', async () => {
    const child = await consentAsked()
    await child.post('close', 'sw-anna', { code: 'moved' })
    await child.to(1)
    const closed = await child.show()
    expect(closed).toMatchObject({ status: 'closed', closureCode: 'moved', tasks: [] })
    expect(closed.consents.map(({ status }) => status)).toEqual(['ended'])
    expect(closed.processes.map(({ status }) => status)).toEqual(['closed', 'closed'])
  })

  it('a closed case can be re-opened: triage is asked anew and the history stands', async () => {
    const child = await takenOn()
    await child.post('close', 'sw-anna', { code: 'noConcern' })
    const before = await events(child.id)
    expect(await child.post('close', 'sw-anna', { code: 'noConcern' })).toMatchObject({ status: 409 })
    await child.post('reopen', 'sw-anna')
    const reopened = await child.show()
    expect(reopened.status).toBe('open')
    expect(reopened.tasks.map(({ kind }) => kind)).toEqual(['triage'])
    const after = await events(child.id)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after).toContain('caseReopened')
    await child.answer('triage', 'sw-anna', { outcome: 'notOurs', why: 'Afklaret.' })
    expect(await child.show()).toMatchObject({ status: 'closed', closureCode: 'other' })
  })

  it('another resource person can take it up, or send it back', async () => {
    const child = await PracticeCase.raise(0, 'r-101001', {
      institution: '101001',
      ageBand: '0-2',
      mainCategory: 'absenceOrThriving',
    })
    await child.answer('triage', 'sw-anna', {
      outcome: 'otherResource',
      resource: 'healthVisitor',
      why: 'Kost og søvn.',
    })
    expect(await child.due()).toEqual([`acceptResource@${day(7)}`, `reply@${day(7)}`])
    await child.answer('acceptResource', 'hv-mia', { accepted: false, why: 'Barnet er for stort.' })
    expect(await child.due()).toContain(`choose@${day(7)}`)
    await child.answer('choose', 'sw-anna', {
      way: 'otherOffer',
      offer: 'openHouse',
      why: 'Åbent hus.',
      dutyCheck: noDuty,
    })
    expect((await child.show()).step).toBe('followUp')
  })

  it('violence is met with a notification at once, and no triage', async () => {
    const child = await PracticeCase.raise(0, 'r-101001', {
      institution: '101001',
      ageBand: '6-9',
      mainCategory: 'violence',
    })
    expect(child.receipt).toHaveProperty('callNow')
    expect((await child.show()).tasks.map(({ kind }) => kind).sort()).toEqual(['notify', 'raiserNotify'])
  })
})

describe('a concern that is not ours', () => {
  it('is closed with word to the raiser, and nothing is left to do', async () => {
    const child = await PracticeCase.raise(0, 'r-101001', {
      institution: '101001',
      ageBand: '3-5',
      mainCategory: 'other',
    })
    await child.answer('triage', 'sw-anna', { outcome: 'notOurs', why: 'Hører til i sundhedsplejen.' })
    await child.to(1)
    const closed = await child.show()
    expect(closed).toMatchObject({ status: 'closed', closureCode: 'other', tasks: [] })
    expect(closed.letters.map(({ kind }) => kind)).toContain('closing')
  })
})

describe('a case that goes on for years', () => {
  it('goes on in new runs from its ledger, with no number used twice', async () => {
    const child = await takenOn()
    await child.answer('session', 'sw-anna', {
      heldOn: day(0),
      present: ['mother'],
      dutyCheck: noDuty,
      end: 'parentCourse',
    })
    for (let year = 1; year <= 40; year += 1) {
      await child.answer('followUp', 'sw-anna', { concern: 'same', next: 'followUpAgain', nextOn: day(year) })
    }
    await child.answer('followUp', 'sw-anna', { concern: 'gone' })
    expect(await child.show()).toMatchObject({ status: 'closed', closureCode: 'noConcern' })
    const kinds = await events(child.id)
    expect(kinds.filter(kind => kind === 'processStarted')).toHaveLength(1)
    expect(kinds.filter(kind => kind === 'taskCompleted')).toHaveLength(44)
  })
})
