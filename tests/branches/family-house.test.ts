import { describe, expect, it } from '@jest/globals'
import { offered, takenOn } from '../support/courses.js'
import { PracticeCourse, PracticeGroup } from '../support/family-house.js'
import { call } from '../support/http.js'
import { look } from '../support/look.js'
import { day, noDuty, type PracticeCase } from '../support/practice-case.js'

/** The course of a case, once it has arrived in the family house. */
async function courseOf(played: PracticeCase): Promise<PracticeCourse> {
  const { processes } = await played.show()
  const found = processes.filter(({ kind, status }) => kind === 'familyHouseCourse' && status === 'open')
  return new PracticeCourse(found.at(-1)?.id ?? '')
}

const ending = { endedOn: day(30), reason: 'goodEnough', effect: 'better' } as const

describe('a family that walks in', () => {
  it('is met at once, gives no name, is paused while in hospital, and comes back to a course that is re-opened', async () => {
    const named = await call('POST', '/family-house/courses', 'fh-karen', {
      way: 'walkIn',
      ageBand: '3-5',
      familyName: 'Prøve',
    })
    expect(named).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'familyName', code: 'anonymous' }] },
    })

    const course = await PracticeCourse.ask({ way: 'walkIn', houseKind: 'open', wish: 'Ro om aftenen.' })
    expect(await course.show()).toMatchObject({ step: 'start', people: { familyHouseTherapist: 'fh-karen' } })
    await course.begin(day(0), day(7))
    await course.to(7)
    await course.session(day(7), 20, { nextOn: day(14) })
    await course.recordLedger('family-house-in-course')

    await course.to(10)
    await course.post('pause', 'fh-karen', { reason: 'hospital' })
    await course.to(20)
    expect((await course.task('familySession')).overdue).toBe(false)
    await course.post('resume', 'fh-karen')
    // The agreed date passed in the pause: a new one is agreed on within five working days.
    expect(await course.due()).toEqual([`familySession@${day(25)}`])

    await course.session(day(20), 26, { next: 'end' })
    await course.answer('endCourse', 'fh-karen', { ...ending, endedOn: day(20) })
    expect(await course.show()).toMatchObject({ status: 'closed', outcome: 'better', tasks: [] })

    expect((await course.post('reopen', 'fh-karen')).status).toBe(200)
    expect(await course.show()).toMatchObject({ status: 'open', step: 'intake' })
    expect((await call('GET', `/family-house/courses/${course.id}`, 'hl-olga')).body).toMatchObject({
      curve: { sessions: [{ n: 1 }, { n: 2 }] },
    })
    await course.post('close', 'hl-olga', { code: 'other' })
    await course.record('family-house-walk-in')
  })

  it('sees its own curve with the code it was given, and nobody else does', async () => {
    const course = await PracticeCourse.ask({ way: 'walkIn', houseKind: 'open' })
    await course.begin(day(0), day(0))
    await course.session(day(0), 17.5, { ors: [{ who: 'child', score: 24 }], nextOn: day(7) })
    const { body } = await call<{ code: string }>(
      'POST',
      `/family-house/courses/${course.id}/curve-code`,
      'fh-karen',
    )
    const seen = await call('POST', '/family-house/curve', null, { code: body.code })
    expect(seen.body).toMatchObject({
      sessions: [{ n: 1, ors: [{ who: 'child', score: 24 }], alarm: null }],
      cutoffs: { ors: { child: { value: 32 } }, reliableChange: { value: 5 }, srs: { value: 36 } },
    })
    await call('POST', `/family-house/courses/${course.id}/curve-code`, 'fh-karen')
    expect((await call('POST', '/family-house/curve', null, { code: body.code })).status).toBe(404)
  })
})

describe('a family that applies', () => {
  it('hears within five working days what can be done instead, when the house is not for it', async () => {
    const course = await PracticeCourse.ask({ familyName: 'Familien Prøve', contact: 'telefon 00 00 00 00' })
    expect(await course.due()).toEqual([`houseIntake@${day(7)}`])
    await course.to(8)
    const intake = await course.task('houseIntake')
    expect(intake).toMatchObject({ overdue: true, told: ['hl-olga'] })
    const short = await call('POST', `/tasks/${intake.id}/complete`, 'fh-karen', { decision: 'decline' })
    expect(short).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'reason' }, { field: 'alternative' }] },
    })
    await course.answer('houseIntake', 'fh-karen', {
      decision: 'decline',
      reason: 'otherOffer',
      alternative: 'Forældrekursus.',
    })
    expect(await course.show()).toMatchObject({ status: 'closed', outcome: 'declined' })
    await course.record('family-house-declined')
  })
})

describe('the last place', () => {
  it('goes to one of two families whose workers take it at the same moment, and the other is told at once', async () => {
    const group = await PracticeGroup.open(1)
    const courses = await Promise.all([PracticeCourse.ask({}), PracticeCourse.ask({})])
    const answers = await Promise.all([group.take(courses[0], 'fh-karen'), group.take(courses[1], 'fh-lars')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'group-full' })
    const won = answers[0].status === 200 ? 0 : 1
    expect((await group.order()).placed).toEqual([courses[won].id])
    expect((await courses[won].show()).step).toBe('place')
    const lost = courses[1 - won]
    expect(lost).toBeDefined()
    if (lost === undefined) return
    expect((await lost.show()).step).toBe('intake')

    await lost.answer('houseIntake', 'fh-lars', { decision: 'group', group: group.id })
    expect(await lost.show()).toMatchObject({ step: 'waiting' })
    expect(await group.places()).toMatchObject({ free: 0 })
    expect((await group.setCapacity(0)).body).toMatchObject({ code: 'capacity-below-taken' })
    await group.setCapacity(2)
    expect((await lost.show()).step).toBe('place')
    await group.record('family-house-group')
  })
})

describe('the waiting list', () => {
  it('keeps the order of arrival, passes over who asks to wait, and lets nobody be overtaken without a reason', async () => {
    const group = await PracticeGroup.open(1)
    const first = await PracticeCourse.for(group)
    const [second, third, fourth] = [
      await PracticeCourse.for(group),
      await PracticeCourse.for(group),
      await PracticeCourse.for(group),
    ]
    expect(await group.order()).toEqual({ placed: [first.id], waiting: [second.id, third.id, fourth.id] })

    // The family wants the place later: it goes to the next, and the first keeps its number.
    await first.answer('answerPlace', 'fh-karen', { answer: 'later' })
    expect((await first.show()).step).toBe('waiting')
    expect(await group.order()).toMatchObject({ placed: [second.id] })
    await second.answer('answerPlace', 'fh-karen', { answer: 'no' })
    expect((await second.show()).step).toBe('intake')
    expect(await group.order()).toMatchObject({ placed: [third.id] })

    const fifth = await PracticeCourse.ask({})
    await group.setCapacity(2)
    // The new place went to the fourth at once, so there is none for the fifth.
    expect(await group.order()).toMatchObject({ placed: [third.id, fourth.id].sort() })
    expect((await group.take(fifth, 'fh-lars')).body).toMatchObject({ code: 'group-full' })
    await second.answer('houseIntake', 'fh-karen', { decision: 'group', group: group.id })
    expect((await second.show()).step).toBe('waiting')
    await third.post('close', 'hl-olga', { code: 'other' })
    expect(await group.order()).toMatchObject({ placed: [fourth.id, second.id].sort() })
    await group.recordLedger('family-house')
  })

  it('lets a family with a decision come first, with the reason and the overtaken written down', async () => {
    const group = await PracticeGroup.open(1)
    const placed = await PracticeCourse.for(group)
    const [longest, second] = [await PracticeCourse.for(group), await PracticeCourse.for(group)]
    const urgent = await PracticeCourse.ask({ houseKind: 'treatment' })
    expect((await group.take(urgent, 'fh-lars')).body).toMatchObject({ code: 'group-full' })
    expect((await group.putFirst(placed, 'fh-lars')).body).toMatchObject({ code: 'already-placed' })
    const unsaid = await call('POST', `/family-house/groups/${group.id}/first`, 'fh-lars', {
      course: urgent.id,
    })
    expect(unsaid).toMatchObject({ status: 400, body: { errors: [{ field: 'reason' }, { field: 'why' }] } })

    expect((await group.putFirst(urgent, 'fh-lars')).status).toBe(200)
    await urgent.answer('houseIntake', 'fh-lars', { decision: 'group', group: group.id, houseKind: 'short' })
    expect((await urgent.show()).step).toBe('waiting')
    const asDecided = await call('GET', `/family-house/courses/${urgent.id}`, 'fh-lars')
    expect(asDecided.body).toMatchObject({ houseKind: 'short', status: 'waiting' })
    await placed.answer('answerPlace', 'fh-karen', { answer: 'no' })
    expect((await urgent.show()).step).toBe('place')
    const { places } = await group.places()
    expect(places.find(({ course }) => course === urgent.id)).toMatchObject({
      status: 'placed',
      reason: 'decision',
      overtook: [longest.id, second.id],
    })
    await group.setCapacity(2)
    expect((await longest.show()).step).toBe('place')
    expect((await group.order()).waiting).toEqual([second.id])
  })

  it('passes over a family while it is paused, and offers it a place when it is back', async () => {
    const group = await PracticeGroup.open(1)
    const placed = await PracticeCourse.for(group)
    const [paused, next] = [await PracticeCourse.for(group), await PracticeCourse.for(group)]
    await paused.post('pause', 'fh-karen', { reason: 'hospital' })
    await placed.answer('answerPlace', 'fh-karen', { answer: 'no' })
    expect(await group.order()).toEqual({ placed: [next.id], waiting: [paused.id] })
    await next.post('close', 'hl-olga', { code: 'other' })
    expect(await group.order()).toEqual({ placed: [], waiting: [paused.id] })
    const walked = await PracticeCourse.ask({})
    // The place is free while the only one who waits is passed over.
    expect((await group.take(walked, 'fh-lars')).status).toBe(200)
    expect((await group.take(walked, 'fh-lars')).body).toMatchObject({ code: 'already-placed' })
    await group.setCapacity(2)
    await paused.post('resume', 'fh-karen')
    expect((await paused.show()).step).toBe('place')

    // A pause after the offer gives the place to others, too, and the family waits on.
    await paused.post('pause', 'fh-karen', { reason: 'hospital' })
    expect(await paused.show()).toMatchObject({ step: 'waiting', paused: true })
    expect((await group.order()).waiting).toEqual([paused.id])
  })

  it('asks again after eight weeks; a family can find another group, or stop waiting', async () => {
    const [full, other] = [await PracticeGroup.open(1), await PracticeGroup.open(1)]
    await PracticeCourse.for(full)
    const waits = await PracticeCourse.for(full)
    expect(await waits.due()).toEqual([`waitingReview@${day(56)}`])
    await waits.to(57)
    expect(await waits.task('waitingReview')).toMatchObject({ overdue: true, told: ['hl-olga'] })
    await waits.answer('waitingReview', 'fh-karen', { next: 'keepWaiting' })
    expect((await full.order()).waiting).toEqual([waits.id])
    await waits.answer('waitingReview', 'fh-karen', { next: 'otherGroup' })
    expect((await full.order()).waiting).toEqual([])
    await waits.answer('houseIntake', 'fh-karen', { decision: 'group', group: other.id })
    await waits.answer('answerPlace', 'fh-karen', { answer: 'yes' })
    expect((await waits.show()).step).toBe('start')

    const stops = await PracticeCourse.for(full)
    await stops.answer('waitingReview', 'fh-karen', { next: 'stop' })
    expect(await stops.show()).toMatchObject({ status: 'closed', outcome: 'stoppedWaiting' })
    expect((await full.order()).waiting).toEqual([])
    await waits.record('family-house-waiting')
  })

  it('sends those who wait another way when the group takes no more, and ends when its last family has left', async () => {
    const group = await PracticeGroup.open(1)
    const [placed, waits] = [await PracticeCourse.for(group), await PracticeCourse.for(group)]
    await group.post('close', 'hl-olga', { code: 'other' })
    expect((await waits.show()).step).toBe('intake')
    expect((await group.take(waits, 'fh-lars')).body).toMatchObject({ code: 'group-closed' })
    const { id } = await waits.task('houseIntake')
    const into = (process: string) =>
      call('POST', `/tasks/${id}/complete`, 'fh-karen', { decision: 'group', group: process })
    expect(await into(group.id)).toMatchObject({ status: 409, body: { errors: [{ field: 'group' }] } })
    expect((await into('familyHouseGroup-0000000000')).body).toMatchObject({ code: 'group-unknown' })
    expect((await group.show()).status).toBe('open')
    await placed.answer('answerPlace', 'fh-karen', { answer: 'no' })
    expect((await group.show()).status).toBe('closed')
    expect((await group.post('reopen', 'hl-olga')).status).toBe(200)
    await waits.answer('houseIntake', 'fh-karen', { decision: 'group', group: group.id })
    expect((await waits.show()).step).toBe('place')
  })
})

describe('a group that goes on for years', () => {
  it('goes on in a new run between two families, and forgets nobody who has a place or waits', async () => {
    const group = await PracticeGroup.open(2)
    const placed = [await PracticeCourse.for(group), await PracticeCourse.for(group)]
    const waits = [await PracticeCourse.for(group), await PracticeCourse.for(group)]
    await waits[0]?.post('pause', 'fh-karen', { reason: 'holiday' })
    const before = await group.order()
    // The leader changes her mind until the history is long; nobody moves, for both places are taken.
    for (let n = 0; n < 40; n += 1) {
      expect((await group.setCapacity(1)).status).toBe(409)
      expect((await group.setCapacity(2)).status).toBe(200)
      expect((await group.setCapacity(2)).status).toBe(200)
    }
    expect((await group.steps()).filter(step => step === 'open').length).toBeGreaterThan(1)
    expect(await group.order()).toEqual(before)
    await placed[0]?.answer('answerPlace', 'fh-karen', { answer: 'no' })
    expect((await group.order()).waiting).toEqual([waits[0]?.id])
    expect((await waits[1]?.show())?.step).toBe('place')
    await waits[0]?.post('resume', 'fh-karen')
    await placed[1]?.answer('answerPlace', 'fh-karen', { answer: 'no' })
    expect((await waits[0]?.show())?.step).toBe('place')
  })
})

describe('a course', () => {
  it('that makes things worse is changed at once, a danger is told at once, and it ends when that is what helps', async () => {
    const course = await PracticeCourse.ask({ way: 'walkIn' })
    await course.begin(day(0), day(0))
    await course.session(day(0), 22)
    // A poor session is talked about there and then.
    await course.session(day(0), 22, { srs: [{ who: 'adult', score: 30 }] })
    expect((await course.show()).step).toBe('session')
    await course.session(day(0), 16.5, { dutyCheck: { answer: 'yes', why: 'Barnet fortæller om slag.' } })
    expect((await course.show()).step).toBe('adjust')
    const duty = await course.task('dutyInFamilyHouse')
    expect(duty).toMatchObject({ role: 'familyHouseTherapist', person: 'fh-karen', told: [] })
    await course.to(0, '11:30')
    expect((await course.task('dutyInFamilyHouse')).told).toEqual(['hl-olga'])
    await course.answer('dutyInFamilyHouse', 'fh-karen', { done: 'persuadedToCome', why: 'De kommer i dag.' })
    await course.answer('adjustCourse', 'fh-karen', { change: 'end', why: 'Familien har brug for mere.' })
    await course.answer('endCourse', 'fh-karen', { ...ending, reason: 'otherHelp', effect: 'worse' })
    expect(await course.show()).toMatchObject({ status: 'closed', outcome: 'worse' })
    await course.record('family-house-adjusted')
  })

  it('whose place is not answered tells the leader, so that it does not stand empty', async () => {
    const group = await PracticeGroup.open(1)
    const course = await PracticeCourse.for(group)
    expect(await course.due()).toEqual([`answerPlace@${day(7)}`])
    await course.to(8)
    expect(await course.task('answerPlace')).toMatchObject({ overdue: true, told: ['hl-olga'] })
  })
})

describe('a family in anonymous counselling', () => {
  const toFamilyHouse = async (form: Record<string, unknown> = {}): Promise<PracticeCase> => {
    const counselled = await takenOn(form)
    await counselled.answer('session', 'sw-anna', {
      heldOn: day(0),
      present: ['mother'],
      dutyCheck: noDuty,
      end: 'familyHouseShortCourse',
    })
    return counselled
  }

  it('goes straight to a short course without giving a name, and is followed up when the course has ended', async () => {
    const counselled = await toFamilyHouse()
    expect(await counselled.show()).toMatchObject({ step: 'familyHouse', degree: 'A1' })
    const course = await courseOf(counselled)
    expect(await course.show()).toMatchObject({ step: 'intake', administration: 'social-services' })
    await course.answer('houseIntake', 'fh-karen', { decision: 'open' })
    await course.begin(day(0), day(7))
    const [offer] = (await counselled.show()).handovers
    expect(offer).toMatchObject({ offer: course.id, status: 'accepted' })
    await counselled.to(7)
    await course.session(day(7), 20, { next: 'end' })
    await counselled.to(30)
    await course.answer('endCourse', 'fh-karen', ending)
    expect(await counselled.show()).toMatchObject({ step: 'followUp', degree: 'A1' })
    expect((await counselled.show()).responsiblePerson).toBe('sw-anna')
    await counselled.record('family-house-from-counselling')
  })

  it('need not ask for its interpreter again: the house hears of it with the recommendation', async () => {
    const course = await courseOf(await toFamilyHouse({ interpreterLanguage: 'ar' }))
    const shown = await call('GET', `/family-house/courses/${course.id}`, 'hl-olga')
    expect(shown.body).toMatchObject({ interpreter: true })
  })

  it('finds another way when the house says no, and when it is not heard of for three months', async () => {
    const declined = await toFamilyHouse()
    await (
      await courseOf(declined)
    ).answer('houseIntake', 'fh-karen', {
      decision: 'decline',
      reason: 'moreNeeded',
      alternative: 'Henvisning til familiegruppen.',
    })
    expect((await declined.show()).step).toBe('choose')
    expect((await declined.show()).handovers).toMatchObject([{ status: 'declined' }])

    const forgotten = await toFamilyHouse()
    const course = await courseOf(forgotten)
    await forgotten.to(95)
    expect(await forgotten.show()).toMatchObject({ step: 'followUp', handovers: [{ status: 'revoked' }] })
    expect(await course.show()).toMatchObject({ status: 'closed', outcome: 'revoked' })
  })

  it('keeps its course when the case is closed, but an unanswered recommendation is taken back', async () => {
    const helped = await toFamilyHouse()
    const begun = await courseOf(helped)
    await begun.answer('houseIntake', 'fh-karen', { decision: 'open' })
    await begun.begin(day(0), day(0))
    await helped.post('close', 'sw-anna', { code: 'moved' })
    expect((await helped.show()).status).toBe('closed')
    await begun.session(day(0), 20, { nextOn: day(7) })
    expect(await begun.show()).toMatchObject({ status: 'open', step: 'session' })

    const closed = await toFamilyHouse()
    const course = await courseOf(closed)
    await closed.post('close', 'sw-anna', { code: 'moved' })
    expect(await course.show()).toMatchObject({ status: 'closed', outcome: 'revoked' })
  })
})

describe('a referral', () => {
  it('chooses anew when the family house declines, and hears of the effect when it helps', async () => {
    const { offered: referred, offer } = await offered()
    await call('POST', `/handovers/${offer}/accept`, 'fg-gitte', { screening: 'noClarification' })
    await referred.answer('firstMeeting', 'fg-gitte', { heldOn: day(0) })
    const measure = { measure: 'early', startsOn: day(0), provider: 'familyHouse' }
    await referred.answer('measure', 'fg-gitte', measure)
    await (
      await courseOf(referred)
    ).answer('houseIntake', 'fh-karen', {
      decision: 'decline',
      reason: 'targetGroup',
      alternative: 'Et andet tilbud.',
    })
    await referred.answer('measure', 'fg-gitte', { ...measure, houseKind: 'respite' })
    const course = await courseOf(referred)
    expect(course.id).toBe(`familyHouseCourse-${referred.id}-12`)
    await course.answer('houseIntake', 'fh-karen', { decision: 'open', houseKind: 'open' })
    const asDecided = await call('GET', `/family-house/courses/${course.id}`, 'fh-karen')
    expect(asDecided.body).toMatchObject({ houseKind: 'open', status: 'placed' })
    await course.begin(day(0), day(0))
    await course.session(day(0), 20, { next: 'end' })
    await course.answer('endCourse', 'fh-karen', ending)
    const { helpReports } = (
      await look<{ helpReports: { report: string }[] }>(`/cases/${referred.id}`, 'fl-ida')
    ).body
    expect(helpReports.map(({ report }) => report)).toEqual(
      expect.arrayContaining(['courseDeclined', 'courseStarted', 'courseEnded']),
    )
    await referred.record('family-house-from-referral')
  })
})

describe('reception', () => {
  it('sends a family straight to the house, and the course stands in the case it came from', async () => {
    const { offered: referred, offer } = await offered()
    const course = await PracticeCourse.ask(
      { way: 'reception', referredBy: offer, practice: undefined },
      'fg-gitte',
    )
    expect(course.id).toBe(`familyHouseCourse-${referred.id}-901`)
    const unknown = await call('POST', '/family-house/courses', 'fg-gitte', {
      way: 'reception',
      ageBand: '3-5',
      referredBy: `notification-${referred.id}-7`,
    })
    expect(unknown).toMatchObject({ status: 404, body: { code: 'process-unknown' } })
    expect((await referred.show()).tasks.map(({ kind }) => kind)).toContain('houseIntake')
  })
})
