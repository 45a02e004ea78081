import { describe, expect, it } from '@jest/globals'
import { namedNotification } from '../support/forms.js'
import { PracticeCase, day, moment } from '../support/practice-case.js'

/** To the minute: the case's clock runs on while the test does. */
const minute = (instant: string): string => new Date(instant).toISOString().slice(0, 16)

describe('Noor, 6, school; structure, then violence', () => {
  it('is notified within hours although it is Easter, with no consent asked and no leader waited for', async () => {
    const noor = await PracticeCase.raise(60, 'r-102001', {
      institution: '102001',
      raiserRole: 'teacher',
      ageBand: '6-9',
      mainCategory: 'structure',
    })
    await noor.to(61)
    await noor.answer('triage', 'sw-bo', { outcome: 'takenOn', why: 'Familien vil gerne tale.' })
    await noor.answer('reply', 'sw-bo', { reply: 'Vi mødes.' })

    await noor.to(72, '14:00')
    await noor.answer('session', 'sw-bo', {
      heldOn: day(72),
      present: ['mother'],
      agreed: 'Moderen beder om, at vi ikke underretter.',
      dutyCheck: { answer: 'yes', why: 'Der er slået med bælte.' },
    })
    const duty = (await noor.show()).tasks.filter(task => task.kind.toLowerCase().includes('notify'))
    expect(duty.map(task => [task.kind, task.person]).sort()).toEqual([
      ['notify', 'sw-bo'],
      ['raiserNotify', 'r-102001'],
    ])
    expect(duty.every(task => task.dueOn === day(72))).toBe(true)

    await noor.to(72, '15:10')
    expect((await noor.task('notify')).told).toEqual(['tl-eva'])

    await noor.to(72, '15:40')
    await noor.answer('raiserNotify', 'r-102001', { ...namedNotification, childsWords: 'Det gør ondt.' })
    const notified = await noor.show()
    expect(notified).toMatchObject({
      degree: 'A2',
      consents: [],
      responsibleAdministration: 'social-services',
      responsibleUnit: 'family-group',
    })
    expect(minute((await noor.task('assess')).dueAt)).toBe(minute(moment(73, '15:40')))
    expect((await noor.task('notificationReceipt')).dueOn).toBe(day(82))
    expect((await noor.task('investigation')).dueOn).toBe(day(194))

    await noor.to(73, '09:00')
    await noor.answer('assess', 'do-jens', {
      acute: true,
      screening: 'investigation',
      parentsContacted: false,
      why: 'Barnet er i fare.',
    })
    expect((await noor.show()).tasks.map(task => task.kind)).toEqual(
      expect.arrayContaining(['police', 'childrensHouse', 'orientation']),
    )
    await noor.answer('police', 'do-jens', { calledOn: day(73) })
    await noor.answer('childrensHouse', 'do-jens', { calledOn: day(73) })

    await noor.recordLedgers('case-4-investigated')
    await noor.to(80)
    await noor.answer('notificationReceipt', 'fg-hans', {})
    await noor.to(86)
    await noor.answer('orientation', 'fg-hans', { told: 'investigationStarted' })
    const letters = (await noor.show()).letters.map(letter => letter.kind)
    expect(letters).toEqual(expect.arrayContaining(['notificationReceipt', 'orientation']))

    await noor.to(195)
    const late = await noor.show()
    expect(late.tasks.map(task => task.kind)).toContain('provisionalAssessment')
    expect(late.tasks.find(task => task.kind === 'investigation')).toMatchObject({
      overdue: true,
      told: ['fl-ida'],
    })
    await noor.record('case-4')
  })
})
