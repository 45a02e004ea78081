import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { reviewOnDeskOf, showReview } from '../support/access-review.js'
import { offered, takenOn } from '../support/courses.js'
import { Erasing } from '../support/erasure.js'
import { call } from '../support/http.js'

const noCase = { status: 404, body: { code: 'case-unknown' } }

describe('a case that is erased', () => {
  it('is gone in both administrations when two people in each said so, and each has a certificate', async () => {
    const { offered: child } = await offered()
    const erasing = await Erasing.begin(child.id, { request: 'Slet det hele.' })
    expect(erasing.processes).toEqual([1, 2].map(n => `erasure-${erasing.code}-${n}`))
    expect(await erasing.part()).toMatchObject({ caseId: child.id, certificate: null })
    await erasing.decide(1)
    const { certificate, hash } = await erasing.certified(1)
    expect(certificate).toMatchObject({ checkedBy: 'tl-eva', approvedBy: 'ml-finn' })
    const counts = Object.fromEntries(certificate.steps.map(({ step, counts }) => [step, counts]))
    expect(counts['executions']?.['processes']).toBe(2)
    expect(counts['texts']?.['texts']).toBeGreaterThan(3)
    expect(counts['log']?.['events']).toBeGreaterThan(20)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(hash).not.toBe(createHash('sha256').update('').digest('hex'))
    expect(JSON.stringify(certificate)).not.toContain(child.id)
    expect(await erasing.part(1)).toMatchObject({ caseId: null, outcome: 'erased' })
    expect((await erasing.process(1).show()).letters).toMatchObject([{ kind: 'erasureDone', to: 'mother' }])

    expect((await call('GET', `/processes/concern-${child.id}`, 'tl-eva')).status).toBe(404)
    await erasing.decide(2)
    await erasing.certified(2)
    expect(await call('GET', `/cases/${child.id}`, 'tl-eva')).toMatchObject(noCase)
    await erasing.process(1).record('erasure-done')
  })

  it('takes the reason of an urgent access along; that somebody looked stays, and leads to no child', async () => {
    const child = await takenOn()
    const why = { why: 'Politiet ringer, og Anna er på ferie.' }
    await call('POST', `/cases/${child.id}/break-glass`, 'sw-bo', why)
    const review = await reviewOnDeskOf('tl-eva', { caseId: child.id })
    const erasing = await Erasing.begin(child.id)
    await erasing.decide(1)
    await erasing.certified(1)
    const { body } = await showReview(review.caseId, 'tl-eva')
    expect(body).toMatchObject({ person: 'sw-bo', texts: {} })
    expect(body.parts[0]?.caseId).not.toBe(child.id)
    expect(body.parts[0]?.looks).toEqual([])
    await review.answer('reviewUrgentAccess', 'tl-eva', { justified: 'yes', why: 'Politiet stod der.' })
    const events = await call('GET', `/cases/${review.caseId}/events?limit=100`, 'tl-eva', undefined, {
      'x-brobygger-reason': 'review',
    })
    expect(events.status).toBe(200)
    expect(JSON.stringify(events.body)).not.toContain(child.id)
  })

  it('is not approved by the one who checked it', async () => {
    const erasing = await Erasing.begin((await takenOn()).id)
    await erasing.process().answer('checkErasure', 'tl-eva', { decision: 'erase', why: 'Intet at gemme.' })
    const { id } = await erasing.process().task('approveErasure')
    await erasing.process().recordLedger('erasure-approving')
    const same = await call('POST', `/tasks/${id}/complete`, 'tl-eva', { decision: 'approve' })
    expect(same).toMatchObject({ status: 409, body: { code: 'four-eyes' } })
    const no = { decision: 'refuse', why: 'Søskendes sag er i gang.' }
    await erasing.process().answer('approveErasure', 'ml-finn', no)
    expect(await erasing.part()).toMatchObject({ outcome: 'refused', obstacle: 'notApproved' })
  })

  it('stays when the law forbids it, and whoever asked is told why', async () => {
    const child = await takenOn()
    const erasing = await Erasing.begin(child.id)
    const answer = { decision: 'refuse', obstacle: 'journalDuty', why: 'Sagen skal kunne efterprøves.' }
    await erasing.process().answer('checkErasure', 'tl-eva', answer)
    expect(await erasing.part()).toMatchObject({ outcome: 'refused', obstacle: 'journalDuty' })
    expect((await erasing.process().show()).letters).toMatchObject([{ kind: 'erasureRefused' }])
    expect((await child.show()).status).toBe('open')
    await erasing.process().record('erasure-refused')
  })

  it('is erased once: a second request is told that it is under way', async () => {
    const { id } = await takenOn()
    await Erasing.begin(id)
    expect(await Erasing.ask(id)).toMatchObject({ status: 409, body: { code: 'erasure-under-way' } })
  })
})
