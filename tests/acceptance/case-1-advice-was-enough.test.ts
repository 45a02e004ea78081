import { describe, expect, it } from '@jest/globals'
import { PracticeCase, day, noDuty } from '../support/practice-case.js'

describe('Raven, 3, nursery; parental role, less severe', () => {
  it('gets help through advice to the staff, and the case closes with nothing left running', async () => {
    const raven = await PracticeCase.raise(0, 'r-101001', {
      institution: '101001',
      ageBand: '3-5',
      mainCategory: 'parentalRole',
    })
    expect(await raven.due()).toEqual([`triage@${day(3)}`])
    expect((await raven.show()).letters.map(letter => letter.kind)).toContain('receipt')

    await raven.to(2)
    await raven.answer('triage', 'sw-anna', { outcome: 'adviceEnough', why: 'Personalet kan selv, med råd.' })
    expect(await raven.due()).toEqual([`advice@${day(9)}`, `reply@${day(9)}`])

    await raven.recordLedgers('case-1-advice')
    await raven.to(9)
    await raven.answer('reply', 'sw-anna', { reply: 'Tak. Vi taler om det i dag.' })
    await raven.answer('advice', 'sw-anna', { heldOn: day(9), reviewOn: day(39), dutyCheck: noDuty })
    expect(await raven.due()).toEqual([`review@${day(39)}`])

    await raven.to(39)
    await raven.answer('review', 'sw-anna', { concern: 'gone' })
    const closed = await raven.show()
    expect(closed).toMatchObject({ status: 'closed', closureCode: 'adviceEnough', degree: 'A0', tasks: [] })
    expect(closed.processes.map(process => process.status)).toEqual(['closed'])
    expect(closed.deadlines.every(deadline => deadline.status !== 'running')).toBe(true)
    await raven.record('case-1')
  })
})
