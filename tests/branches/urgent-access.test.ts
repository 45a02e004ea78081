import { beforeEach, describe, expect, it } from '@jest/globals'
import { accessesTo } from '../support/access-log.js'
import { reviewOnDeskOf, reviewsOnDeskOf, showReview } from '../support/access-review.js'
import { offered } from '../support/courses.js'
import { call } from '../support/http.js'
import { day, moment, PracticeCase } from '../support/practice-case.js'
import type { PracticeProcess } from '../support/practice-process.js'

interface Read {
  readonly texts: Record<string, object>
}

let child: PracticeCase

beforeEach(async () => {
  child = await PracticeCase.raise(0, 'r-101001', {
    institution: '101001',
    ageBand: '3-5',
    mainCategory: 'structure',
  })
  await child.answer('triage', 'sw-anna', { outcome: 'takenOn', why: 'Forældrene vil gerne tale.' })
})

const read = (as: string) => call<Read>('GET', `/cases/${child.id}`, as)
const why = { why: 'Politiet ringer, og Anna er på ferie.' }

describe('urgent access to a child’s case', () => {
  it('opens it for half an hour of reading, never for writing, and stands in the log', async () => {
    expect((await read('sw-bo')).status).toBe(403)
    const key = { 'idempotency-key': `urgent-${child.id}` }
    const taken = await call<{ until: string }>('POST', `/cases/${child.id}/break-glass`, 'sw-bo', why, key)
    expect(taken.status).toBe(201)
    const left = Date.parse(taken.body.until) - Date.now()
    expect(left).toBeGreaterThan(29 * 60_000)
    expect(left).toBeLessThanOrEqual(30 * 60_000)

    const again = await call<{ until: string }>('POST', `/cases/${child.id}/break-glass`, 'sw-bo', why, key)
    expect(again.body.until).toBe(taken.body.until)
    expect(await reviewsOnDeskOf('tl-eva', { caseId: child.id, kind: 'reviewUrgentAccess' })).toHaveLength(1)

    const seen = await read('sw-bo')
    expect(seen.status).toBe(200)
    expect(Object.keys(seen.body.texts)).not.toHaveLength(0)
    const note = await call('POST', `/cases/${child.id}/notes`, 'sw-bo', { text: 'Jeg var her.' })
    expect(note.status).toBe(403)
    expect(await accessesTo(child.id)).toContainEqual(
      expect.objectContaining({ actor: 'sw-bo', action: 'getCase', basis: 'breakGlass', outcome: 'allowed' }),
    )
    expect((await read('sw-dina')).status).toBe(403)
  })

  it('needs a reason', async () => {
    const { status } = await call('POST', `/cases/${child.id}/break-glass`, 'sw-bo', {})
    expect(status).toBe(400)
  })
})

describe('a case that is open to named people only', () => {
  it('stays open to whoever works on it and is shut to another leader, until it is lifted', async () => {
    expect((await review()).status).toBe(200)
    const restricted = await child.post('restriction', 'tl-eva', { people: ['sw-dina'], ...why })
    expect(restricted.status).toBe(200)
    expect((await read('sw-anna')).status).toBe(200)
    const { status, body } = await call<{ code: string }>(
      'GET',
      `/cases/${child.id}`,
      'ml-finn',
      undefined,
      stated,
    )
    expect([status, body.code]).toEqual([403, 'case-restricted'])

    expect((await child.post('restriction/lift', 'tl-eva', why)).status).toBe(200)
    expect((await review()).body.texts).not.toEqual({})
  })

  it('opens to urgent access all the same: danger is not told beforehand', async () => {
    await child.post('restriction', 'tl-eva', { people: ['sw-dina'], ...why })
    const taken = await call('POST', `/cases/${child.id}/break-glass`, 'sw-bo', why)
    expect(taken.status).toBe(201)
    expect((await read('sw-bo')).status).toBe(200)
  })
})

const stated = { 'x-brobygger-reason': 'review' }
/** The next manager looks, and says why. */
const review = () => call<Read>('GET', `/cases/${child.id}`, 'ml-finn', undefined, stated)

/** Somebody takes urgent access to the case, and looks. */
async function takenBy(taker: string, of: PracticeCase = child): Promise<void> {
  expect((await call('POST', `/cases/${of.id}/break-glass`, taker, why)).status).toBe(201)
  expect((await call('GET', `/cases/${of.id}`, taker)).status).toBe(200)
}

const isFine = { justified: 'yes', why: 'Politiet stod med barnet.' }
const isNot = { justified: 'no', why: 'Der var ingen fare.', done: 'Talt med medarbejderen.' }

const told = async (review: PracticeProcess, kind: string) =>
  (await review.show()).letters.filter(letter => letter.kind === kind).map(({ person }) => person)

describe('the review of an urgent access', () => {
  it('shows the leader who looked at what and why, and nobody whose business it is not', async () => {
    await takenBy('sw-bo')
    const review = await reviewOnDeskOf('tl-eva', { caseId: child.id })
    expect(await review.due()).toEqual([`reviewUrgentAccess@${day(7)}`])
    const { status, body } = await showReview(review.caseId, 'tl-eva')
    expect(status).toBe(200)
    expect(body).toMatchObject({ person: 'sw-bo', done: false })
    expect(Date.parse(body.until) - Date.parse(body.takenAt)).toBe(30 * 60_000)
    const [part] = body.parts
    expect(body.texts[part?.textRef ?? '']).toEqual(why)
    expect(part?.looks).toContainEqual(
      expect.objectContaining({
        action: { da: 'Se sagen', en: 'See the case' },
        basis: expect.objectContaining({ da: 'Akut adgang, som gennemgås bagefter' }),
        outcome: 'allowed',
      }),
    )
    expect((await showReview(review.caseId, 'sw-bo')).body).toMatchObject({ code: 'conflict-of-interest' })
    for (const [other, status] of [
      ['sw-anna', 403],
      ['sw-dina', 403],
      ['fl-ida', 404],
      ['fg-gitte', 404],
    ]) {
      expect([other, (await showReview(review.caseId, String(other))).status]).toEqual([other, status])
    }
    const officer = await showReview(review.caseId, 'dpo-nina')
    expect(officer.body.parts).toEqual([
      expect.objectContaining({ caseId: null, looks: null, textRef: null }),
    ])
    expect(officer.body.texts).toEqual({})
  })

  it('reminds the leader, then tells the next manager, and ends with their word', async () => {
    await takenBy('sw-bo')
    const review = await reviewOnDeskOf('tl-eva', { caseId: child.id })
    await review.to(4)
    expect(await told(review, 'taskReminder')).toEqual(['tl-eva'])
    expect(await told(review, 'taskOverdue')).toEqual([])
    await review.to(8)
    expect(await told(review, 'taskOverdue')).toEqual(['ml-finn'])
    await review.recordLedger('access-review')
    await review.answer('reviewUrgentAccess', 'tl-eva', isFine)
    expect(await review.show()).toMatchObject({ status: 'closed', outcome: 'justified', tasks: [] })
    const { body } = await showReview(review.caseId, 'tl-eva')
    expect(body.parts[0]).toMatchObject({ justified: true, reviewedBy: 'tl-eva', breach: null })
    await review.record('access-review-justified')
  })

  it('skips a leader who took the access: the next manager reviews, the officer is told', async () => {
    await takenBy('tl-eva')
    expect(await reviewsOnDeskOf('tl-eva', { caseId: child.id, kind: 'reviewUrgentAccess' })).toEqual([])
    const review = await reviewOnDeskOf('ml-finn', { caseId: child.id })
    const { id } = await review.task('reviewUrgentAccess')
    expect(await call('POST', `/tasks/${id}/complete`, 'tl-eva', isFine)).toMatchObject({ status: 403 })
    const handed = { from: 'ml-finn', to: 'tl-eva', reason: 'other' }
    expect(await review.post('hand-over', 'ml-finn', handed)).toMatchObject({
      status: 409,
      body: { code: 'staff-conflicted' },
    })
    await review.to(8)
    expect(await told(review, 'taskOverdue')).toEqual(['dpo-nina'])
    await review.answer('reviewUrgentAccess', 'ml-finn', isFine)
  })

  it('is given to leaders alone, closed by nobody, and held by no pause', async () => {
    await takenBy('sw-bo')
    const review = await reviewOnDeskOf('tl-eva', { caseId: child.id })
    const { id } = await review.task('reviewUrgentAccess')
    for (const [to, code] of [
      ['sw-bo', 'staff-conflicted'],
      ['sw-dina', 'staff-elsewhere'],
    ]) {
      expect((await call('POST', `/tasks/${id}/assign`, 'tl-eva', { to })).body).toMatchObject({ code })
    }
    expect(await review.post('close', 'tl-eva', { code: 'other' })).toMatchObject({
      status: 409,
      body: { code: 'access-not-reviewed' },
    })
    await review.post('pause', 'tl-eva', { reason: 'hospital' })
    await review.to(8)
    expect(await told(review, 'taskOverdue')).toEqual(['ml-finn'])
  })

  it('asks what was done about an access that was not justified', async () => {
    await takenBy('sw-bo')
    const review = await reviewOnDeskOf('tl-eva', { caseId: child.id })
    const { id } = await review.task('reviewUrgentAccess')
    const { done: _done, ...without } = isNot
    expect(await call('POST', `/tasks/${id}/complete`, 'tl-eva', without)).toMatchObject({
      status: 400,
      body: { errors: [expect.objectContaining({ field: 'done', code: 'required-here' })] },
    })
  })

  it('needs no sight of a case that is restricted to others', async () => {
    await child.post('restriction', 'ml-finn', { people: ['sw-dina'], ...why })
    await takenBy('sw-bo')
    const review = await reviewOnDeskOf('tl-eva', { caseId: child.id })
    expect((await showReview(review.caseId, 'tl-eva')).status).toBe(200)
    const looked = await call('GET', `/cases/${child.id}`, 'tl-eva', undefined, stated)
    expect(looked).toMatchObject({ status: 403, body: { code: 'case-restricted' } })
    await review.answer('reviewUrgentAccess', 'tl-eva', isFine)
  })

  it('runs in each administration whose part was opened, and neither sees the other’s', async () => {
    const { offered: both, offer } = await offered()
    await call('POST', `/handovers/${offer}/accept`, 'fg-gitte', { screening: 'noClarification' })
    await takenBy('sw-carla', both)
    const youth = await reviewOnDeskOf('tl-eva', { caseId: both.id })
    const social = await reviewOnDeskOf('fl-ida', {
      caseId: both.id,
      kind: 'reviewUrgentAccessInFamilyGroup',
      n: 2,
    })
    expect(social.caseId).toBe(youth.caseId)
    for (const [as, process] of [
      ['tl-eva', youth.id],
      ['fl-ida', social.id],
    ] as const) {
      const { parts } = (await showReview(youth.caseId, as)).body
      expect(parts.map(part => part.process)).toEqual([process])
    }
    await social.answer('reviewUrgentAccessInFamilyGroup', 'fl-ida', isNot)
    await social.answer('assessBreachInFamilyGroup', 'dpo-nina', { breach: 'no', why: 'Ingen så noget.' })
    expect(await social.show()).toMatchObject({ status: 'closed', outcome: 'noBreach' })
    expect(await youth.show()).toMatchObject({ status: 'open', step: 'review' })
  })
})

describe('an urgent access that was not justified', () => {
  let review: PracticeProcess

  beforeEach(async () => {
    await takenBy('sw-bo')
    review = await reviewOnDeskOf('tl-eva', { caseId: child.id })
    // Friday at noon
    await review.to(4, '12:00')
    await review.answer('reviewUrgentAccess', 'tl-eva', isNot)
  })

  it('is the officer’s to assess within 72 hours, over a weekend, and they are told at once', async () => {
    const { person, dueAt } = await review.task('assessBreach')
    expect(person).toBe('dpo-nina')
    expect(Math.abs(Date.parse(dueAt) - Date.parse(moment(7, '12:00')))).toBeLessThan(60_000)
    expect(await told(review, 'breachToAssess')).toEqual(['dpo-nina'])
    const { body } = await showReview(review.caseId, 'dpo-nina')
    const [part] = body.parts
    expect(part).toMatchObject({ caseId: child.id, justified: false })
    expect(Object.values(body.texts)).toContainEqual(expect.objectContaining({ done: isNot.done }))
    await review.recordLedger('access-review-breach')
    await review.to(7, '11:00')
    expect(await told(review, 'taskOverdue')).toEqual([])
    await review.to(7, '13:00')
    expect((await told(review, 'taskOverdue')).sort()).toEqual(['ml-finn', 'tl-eva'])
  })

  it('is reported to the authority and told to the family, with the days', async () => {
    const form = {
      breach: 'yes',
      why: 'Oplysninger om barnets helbred er set uden grund.',
      reported: 'yes',
      reportedOn: day(5),
      told: 'no',
      notToldWhy: 'Ingen høj risiko.',
    }
    const { id } = await review.task('assessBreach')
    const { reported: _reported, reportedOn: _on, ...half } = form
    expect(await call('POST', `/tasks/${id}/complete`, 'dpo-nina', half)).toMatchObject({
      status: 400,
      body: { errors: [expect.objectContaining({ field: 'reported', code: 'required-here' })] },
    })
    expect((await call('POST', `/tasks/${id}/complete`, 'sw-bo', form)).status).toBe(403)
    await review.answer('assessBreach', 'dpo-nina', form)
    expect(await review.show()).toMatchObject({ status: 'closed', outcome: 'breach', tasks: [] })
    const { body } = await showReview(review.caseId, 'dpo-nina')
    expect(body.done).toBe(true)
    expect(body.parts[0]).toMatchObject({
      breach: true,
      reportedOn: day(5),
      toldOn: null,
      assessedBy: 'dpo-nina',
    })
    await review.record('access-review-breach')
  })
})
