import { describe, expect, it } from '@jest/globals'
import { PracticeBulk } from '../support/bulk.js'
import { PracticeCase, day, moment, noDuty } from '../support/practice-case.js'

describe('Elliot, 2, childminding; lack of care; leader on leave', () => {
  it('is never without a worker and keeps every date through conflict, pause and illness', async () => {
    const elliot = await PracticeCase.raise(0, 'r-103001', {
      institution: '103001',
      raiserRole: 'childminder',
      ageBand: '0-2',
      mainCategory: 'lackOfCare',
    })
    const informed = (await elliot.show()).letters.find(letter => letter.kind === 'leaderInformed')
    expect(informed?.person).toBe('nd-103001')

    await elliot.to(1)
    await elliot.post('conflict', 'sw-carla')
    expect((await elliot.task('reassign')).person).toBe('tl-eva')
    expect((await elliot.task('reassign')).dueOn).toBe(day(2))

    await elliot.to(2)
    await elliot.answer('reassign', 'tl-eva', { to: 'sw-dina' })
    expect(await elliot.show()).toMatchObject({ responsiblePerson: 'sw-dina' })
    expect(await elliot.task('triage')).toMatchObject({ person: 'sw-dina', dueOn: day(3) })

    await elliot.to(3)
    await elliot.answer('triage', 'sw-dina', { outcome: 'takenOn', why: 'Vi mødes med familien.' })
    expect(await elliot.task('session')).toMatchObject({ person: 'sw-dina', dueOn: day(17) })
    await elliot.answer('reply', 'sw-dina', { reply: 'Vi mødes.' })

    await elliot.to(11)
    await elliot.answer('session', 'sw-dina', {
      heldOn: day(11),
      present: ['mother'],
      dutyCheck: noDuty,
      end: 'consent',
      nextOn: day(18),
    })
    await elliot.to(18)
    await elliot.answer('requestConsent', 'sw-dina', {
      kinds: ['familySituation'],
      givers: [{ giver: 'mother', custody: 'sole' }],
      deliveredOn: day(18),
    })
    expect(await elliot.consent()).toMatchObject({ reminder: day(25), due: day(32) })

    await elliot.to(24)
    await elliot.post('pause', 'sw-dina', { reason: 'hospital' })
    await elliot.to(30)
    const dates = await elliot.due()
    const bulk = await PracticeBulk.begin('sw-dina', {
      to: 'sw-anna',
      returnOn: day(44),
      cases: [elliot.id],
      practice: { startsAt: moment(30) },
    })
    expect((await bulk.settled()).handedOver.map(({ process }) => process).sort()).toEqual([
      `concern-${elliot.id}`,
      `consent-${elliot.id}-1`,
    ])
    expect(await elliot.due()).toEqual(dates)
    expect(await elliot.show()).toMatchObject({ responsiblePerson: 'sw-anna' })

    await elliot.recordLedgers('case-6-paused')
    await elliot.to(34)
    await elliot.post('resume', 'sw-anna')
    expect(await elliot.consent()).toMatchObject({ reminder: day(35), due: day(42) })

    await elliot.to(43)
    expect(await elliot.consent()).toMatchObject({ status: 'expired' })
    expect(await elliot.task('choose')).toMatchObject({ person: 'sw-anna' })

    await elliot.to(44)
    expect(await elliot.task('choose')).toMatchObject({ person: 'sw-dina' })
    expect(await elliot.show()).toMatchObject({ responsiblePerson: 'sw-dina' })

    await elliot.to(50)
    await elliot.answer('choose', 'sw-dina', {
      way: 'close',
      why: 'Familien ønsker ikke hjælp.',
      dutyCheck: noDuty,
      closing: { code: 'declinedByFamily' },
    })
    const closed = await elliot.show()
    expect(closed).toMatchObject({ status: 'closed', closureCode: 'declinedByFamily', tasks: [] })
    expect(closed.letters.map(letter => letter.kind)).toContain('closing')
    await elliot.record('case-6')
  })
})
