import { beforeAll, describe, expect, it } from '@jest/globals'
import { accessesTo, allSealed, auditVerify } from './support/access-log.js'
import { offered } from './support/courses.js'
import { call } from './support/http.js'
import { PracticeCase } from './support/practice-case.js'
import { pagesOf } from './support/whole-list.js'

let child: PracticeCase

beforeAll(async () => {
  child = await PracticeCase.raise(0, 'r-101001', {
    institution: '101001',
    ageBand: '3-5',
    mainCategory: 'structure',
  })
})

const lastOf = async (action: string) =>
  (await accessesTo(child.id)).filter(line => line.action === action).at(-1)

describe('the access log', () => {
  it('has whoever looked at a case before they see it', async () => {
    const before = (await accessesTo(child.id)).length
    expect((await call('GET', `/cases/${child.id}`, 'sw-anna')).status).toBe(200)
    const lines = (await accessesTo(child.id)).slice(before)
    expect(lines).toEqual([
      expect.objectContaining({
        actor: 'sw-anna',
        roles: ['socialWorker'],
        action: 'getCase',
        outcome: 'allowed',
        refusal: null,
        cases: [child.id],
      }),
    ])
  })

  it('names every case that a list has shown', async () => {
    let shown: string[] = []
    for await (const page of pagesOf<{ caseId: string }>('/worklist', 'sw-anna')) {
      shown = [...new Set(page.map(({ caseId }) => caseId))]
      if (shown.includes(child.id)) break
    }
    expect(shown).toContain(child.id)
    expect((await lastOf('getWorklist'))?.cases.sort()).toEqual(shown.sort())
  })

  it('has who changed what', async () => {
    const task = (await child.show('sw-anna')).tasks.find(({ kind }) => kind === 'triage')
    const answer = await call('POST', `/tasks/${task?.id ?? ''}/complete`, 'sw-anna', {
      outcome: 'adviceEnough',
      why: 'Personalet kan selv, med råd.',
    })
    expect(answer.status).toBe(200)
    expect(await lastOf('completeTask')).toMatchObject({
      actor: 'sw-anna',
      outcome: 'allowed',
      process: `concern-${child.id}`,
    })
  })

  it.each([
    ['nobody who says who they are', null, 'person-missing'],
    ['somebody who is not on the staff list', 'nobody-here', 'person-unknown'],
  ])('has the attempt of %s', async (_, as, refusal) => {
    expect((await call('GET', `/cases/${child.id}/events`, as)).status).toBe(401)
    expect(await lastOf('listEvents')).toMatchObject({ actor: null, outcome: 'refused', refusal, fields: [] })
  })

  it('has a command that was refused, and shows nothing for it', async () => {
    const answer = await call('POST', `/cases/${child.id}/resume`, 'sw-anna', {})
    expect(answer.status).toBe(409)
    expect(await lastOf('resume')).toMatchObject({ actor: 'sw-anna', outcome: 'refused', fields: [] })
  })

  it('has what one administration lets another read, on which basis', async () => {
    const { offered: one, offer } = await offered()
    expect(await accessesTo(one.id)).toContainEqual(
      expect.objectContaining({
        action: 'textsGranted',
        process: offer,
        purpose: 'referral',
        basis: 'consent',
        fields: ['texts'],
        via: 'process',
      }),
    )
  })

  it('is sealed within seconds, and found untouched', async () => {
    await allSealed()
    const { code, printed } = await auditVerify(process.env['BRO_TEST_DATA_DIR'] ?? '')
    expect(printed).toContain('Every line and block is as it was sealed and published.')
    expect(code).toBe(0)
  })

  it('keeps every line that is younger than its retention', async () => {
    const { code, printed } = await auditVerify(process.env['BRO_TEST_DATA_DIR'] ?? '', 'audit-prune')
    expect(printed).toMatch(/^Nothing was sealed before 20\d\d-\d\d-\d\d: every line stays\.$/m)
    expect(code).toBe(0)
    expect((await accessesTo(child.id)).length).toBeGreaterThan(0)
  })

  it('has a look at a code that no case has', async () => {
    expect((await call('GET', '/cases/zzzzzzzzzz', 'sw-bo')).status).toBe(404)
    expect(await accessesTo('zzzzzzzzzz')).toContainEqual(
      expect.objectContaining({ actor: 'sw-bo', action: 'getCase', refusal: 'case-unknown' }),
    )
  })
})
