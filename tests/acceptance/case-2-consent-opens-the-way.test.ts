import { describe, expect, it } from '@jest/globals'
import { PracticeCourse, PracticeGroup } from '../support/family-house.js'
import { call } from '../support/http.js'
import { PracticeCase, day, moment, noDuty } from '../support/practice-case.js'

describe('Bille, 5, nursery; structure; interpreter, joint custody', () => {
  it('is helped by the family group when both parents have said yes, and never before', async () => {
    const bille = await PracticeCase.raise(0, 'r-101002', {
      institution: '101002',
      ageBand: '3-5',
      mainCategory: 'structure',
      interpreterLanguage: 'ar',
    })
    await bille.to(1)
    await bille.answer('triage', 'sw-anna', { outcome: 'takenOn', why: 'Forældrene vil gerne tale.' })
    expect(await bille.due()).toContain(`session@${day(15)}`)
    await bille.answer('reply', 'sw-anna', { reply: 'Vi tager det op.' })

    const session = { present: ['mother', 'father'], interpreterUsed: true, dutyCheck: noDuty }
    for (const held of [10, 17, 24]) {
      await bille.to(held)
      await bille.answer('session', 'sw-anna', { ...session, heldOn: day(held), nextOn: day(held + 7) })
    }
    await bille.to(31)
    await bille.answer('session', 'sw-anna', { ...session, heldOn: day(31), end: 'consent' })
    await bille.answer('requestConsent', 'sw-anna', {
      kinds: ['dailyObservations', 'familySituation'],
      givers: [
        { giver: 'mother', custody: 'joint' },
        { giver: 'father', custody: 'joint' },
      ],
      language: 'ar',
      interpreter: true,
      deliveredOn: day(31),
    })
    const asked = await bille.consent()
    expect(asked).toMatchObject({ status: 'delivered', reminder: day(38), due: day(45) })
    const consent = asked.id

    await bille.recordLedgers('case-2-consent-asked')
    await bille.to(33)
    await call('POST', `/consents/${consent}/give`, 'sw-anna', { giver: 'mother', form: 'paper' })
    expect((await bille.consent()).status).toBe('delivered')
    const early = await bille.post('hand-over', 'sw-anna', { unit: 'family-group' })
    expect(early).toMatchObject({ status: 409, body: { code: 'consent-missing' } })

    await bille.to(36)
    await call('POST', `/consents/${consent}/give`, 'sw-anna', { giver: 'father', form: 'paper' })
    expect((await bille.consent()).status).toBe('given')
    await bille.answer('identify', 'sw-anna', { childName: 'Bille Prøve', custodyVerified: true })
    await bille.answer('referral', 'sw-anna', { reason: 'Dagene mangler rytme.', wantedHelp: 'Familiehus.' })
    const answer = await bille.task('answerReferral')
    expect(answer.dueOn).toBe(day(50))
    expect(answer.remindAt?.slice(0, 10)).toBe(day(43))
    expect((await bille.show()).responsibleAdministration).toBe('children-and-youth')

    await bille.to(42)
    const [offer] = (await bille.show()).handovers
    const accepted = await call('POST', `/handovers/${offer?.offer ?? ''}/accept`, 'fg-gitte', {
      screening: 'noClarification',
    })
    expect(accepted.status).toBe(200)
    expect(await bille.show()).toMatchObject({
      responsibleAdministration: 'social-services',
      responsibleUnit: 'family-group',
      responsiblePerson: 'fg-gitte',
      degree: 'A2',
    })
    expect(await bille.due()).toContain(`firstMeeting@${day(56)}`)
    const before = await call(
      'GET',
      `/cases/${bille.id}/responsible?at=${encodeURIComponent(moment(41))}`,
      'tl-eva',
    )
    expect(before.body).toMatchObject({
      responsible: { administration: 'children-and-youth', person: 'sw-anna' },
    })

    await bille.to(50)
    await bille.answer('firstMeeting', 'fg-gitte', { heldOn: day(50) })
    expect(await bille.due()).toContain(`feedback@${day(57)}`)
    await bille.answer('feedback', 'fg-gitte', { feedback: 'Modtaget, og der er holdt møde.' })

    await bille.recordLedgers('case-2-in-help')
    await bille.to(56)
    const group = await PracticeGroup.open(8)
    await bille.answer('measure', 'fg-gitte', {
      measure: 'early',
      startsOn: day(56),
      provider: 'familyHouse',
    })
    expect(await bille.due()).toContain(`followUp@${day(148)}`)

    const course = new PracticeCourse(await courseOf(bille))
    await course.answer('houseIntake', 'fh-karen', { decision: 'group', group: group.id })
    await course.answer('answerPlace', 'fh-karen', { answer: 'yes' })
    await course.begin(day(56), day(63))
    await bille.to(63)
    await course.session(day(63), 18, { nextOn: day(70) })
    await bille.to(70)
    await course.session(day(70), 18.5, { nextOn: day(78) })
    await bille.recordLedgers('case-2-in-course')
    await bille.to(78)
    await course.session(day(78), 19)
    const adjust = await course.task('adjustCourse')
    expect(adjust).toMatchObject({ role: 'familyHouseTherapist', person: 'fh-karen', dueOn: day(85) })
    expect((await call('GET', `/family-house/courses/${course.id}`, 'hl-olga')).body).toMatchObject({
      offTrack: 'noProgress',
    })
    await course.answer('adjustCourse', 'fh-karen', {
      change: 'rhythm',
      why: 'Familien vil ses oftere.',
      nextOn: day(85),
    })
    await bille.to(85)
    await course.session(day(85), 27, { next: 'end' })

    await bille.to(140)
    await course.answer('endCourse', 'fh-karen', {
      endedOn: day(140),
      reason: 'goalsReached',
      effect: 'better',
      handBack: 'Familien er godt i gang.',
    })
    expect((await group.order()).placed).toEqual([])
    const handedBack = (await bille.show()).letters.find(letter => letter.kind === 'courseHandedBack')
    expect(handedBack?.person).toBe('fg-gitte')
    await bille.answer('endMeasure', 'fg-gitte', { endedOn: day(140), effect: 'better' })
    await bille.to(148)
    await bille.answer('followUp', 'sw-anna', {
      concern: 'gone',
      closing: { code: 'noConcern', caseAvoided: 'apparently', firstHelpOn: day(56) },
    })
    const closed = await bille.show()
    expect(closed).toMatchObject({
      status: 'closed',
      closureCode: 'noConcern',
      caseAvoided: 'apparently',
      tasks: [],
    })
    expect(closed.processes.map(process => process.status)).not.toContain('open')
    await bille.record('case-2')
  })
})

/** The course in the family house that came of the case. */
async function courseOf(played: PracticeCase): Promise<string> {
  const { processes } = await played.show()
  return processes.find(({ kind }) => kind === 'familyHouseCourse')?.id ?? ''
}
