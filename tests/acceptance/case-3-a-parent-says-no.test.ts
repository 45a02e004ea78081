import { describe, expect, it } from '@jest/globals'
import { call } from '../support/http.js'
import { PracticeCase, day, noDuty, oralYes } from '../support/practice-case.js'

describe('Liv, 4; the mother raises the concern; parental conflict', () => {
  it('is helped without the authority when the father refuses, and the family group never hears of her', async () => {
    const liv = await PracticeCase.raise(0, 'r-101001', {
      institution: '101001',
      raiserRole: 'parent',
      ageBand: '3-5',
      mainCategory: 'parentalConflict',
    })
    expect((await liv.show()).letters.map(letter => letter.kind)).not.toContain('leaderInformed')
    await liv.to(1)
    await liv.answer('triage', 'sw-anna', { outcome: 'takenOn', why: 'Moderen beder om hjælp.' })
    await liv.answer('reply', 'sw-anna', { reply: 'Vi mødes.' })

    const session = { present: ['mother'], dutyCheck: noDuty }
    await liv.to(15)
    await liv.answer('session', 'sw-anna', { ...session, heldOn: day(15), end: 'consent' })
    await liv.answer('requestConsent', 'sw-anna', {
      kinds: ['wellbeing'],
      givers: [
        { giver: 'mother', custody: 'joint' },
        { giver: 'father', custody: 'joint', contact: 'far@eksempel.test' },
      ],
      deliveredOn: day(15),
    })
    const { id: consent, due } = await liv.consent()
    expect(due).toBe(day(29))
    await call('POST', `/consents/${consent}/give`, 'sw-anna', oralYes('mother'))
    expect(await liv.due()).toContain(`writtenConsent@${day(29)}`)

    await liv.to(22)
    const reminders = (await liv.show()).letters.filter(letter => letter.kind === 'consentReminder')
    expect(reminders.map(letter => letter.to)).toEqual(['father'])

    await liv.to(27)
    await call('POST', `/consents/${consent}/refuse`, 'sw-anna', { giver: 'father' })
    expect((await liv.consent()).status).toBe('refused')
    const offered = await liv.post('hand-over', 'sw-anna', { unit: 'family-group' })
    expect(offered).toMatchObject({ status: 409, body: { code: 'consent-missing' } })

    await liv.to(28)
    await liv.answer('choose', 'sw-anna', {
      way: 'counselWilling',
      why: 'Moderen vil fortsætte.',
      nextOn: day(30),
      dutyCheck: noDuty,
    })
    for (const held of [30, 35, 40, 45, 50]) {
      await liv.to(held)
      await liv.answer('session', 'sw-anna', { ...session, heldOn: day(held), nextOn: day(held + 5) })
    }
    expect((await liv.task('extend')).person).toBe('tl-eva')

    await liv.to(51)
    await liv.answer('extend', 'tl-eva', {
      decision: 'end',
      why: 'Moderen er klar til åbent hus.',
      end: 'otherOffer',
      offer: 'openHouse',
    })
    expect(await liv.due()).toEqual([`followUp@${day(143)}`])

    await liv.to(143)
    await liv.answer('followUp', 'sw-anna', { concern: 'gone', closing: { code: 'familyAndInstitution' } })
    const closed = await liv.show()
    expect(closed).toMatchObject({ status: 'closed', closureCode: 'familyAndInstitution', handovers: [] })
    expect(closed.processes.every(process => ['concern', 'consent'].includes(process.kind))).toBe(true)
    await liv.record('case-3')
  })
})
