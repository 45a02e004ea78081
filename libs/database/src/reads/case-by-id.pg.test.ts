import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Db } from '../connection/connect.js'
import { record } from '../record/record.js'
import { apiRole } from '../setup/roles.js'
import { everyPage } from '../testing/every-page.js'
import { day } from '../testing/events.js'
import { startServer, type TestServer } from '../testing/server.js'
import { wholeChain } from '../testing/whole-chain.js'
import { caseById } from './case-by-id.js'
import { consentById } from './consents.js'
import { eventsOfCase } from './events-of-case.js'
import { handoverById } from './handovers.js'
import { openProcessesOfCase, processById } from './processes.js'
import { responsibleAt } from './responsible-at.js'
import { deadlineById, taskById } from './tasks.js'
import { waiting } from './waiting.js'

const chain = wholeChain('k7qm4d2x')
const { caseId, consent, offer } = chain
let server: TestServer
let db: Db

beforeAll(async () => {
  server = await startServer()
  db = server.as(apiRole).db
  for (const events of chain.batches) await record(db, { events, ledger: null })
})
afterAll(() => server.stop())

describe('a case', () => {
  it('comes with all that belongs to it, from both administrations', async () => {
    const file = await caseById(db, { caseId })
    expect(file).toMatchObject({
      status: 'closed',
      degree: 'A2',
      closureCode: 'takenOver',
      firstHelpOn: '2027-02-20',
      institutionStatus: 'open',
      responsiblePerson: null,
      escalatedAt: day(90),
    })
    expect(file?.processes.map(one => [one.id, one.stage, one.waiting])).toEqual([
      [`concern-${caseId}`, '6 Anonym rådgivning', []],
      [consent, null, []],
      [offer, null, [{ system: 'familySystem', since: day(21) }]],
    ])
    expect(file?.tasks.map(task => task.kind)).toEqual(['reply'])
    expect(file?.deadlines.map(({ id, status }) => [id, status])).toEqual([
      [`concern-${caseId}.1`, 'met'],
      [`concern-${caseId}.3`, 'passed'],
      [`concern-${caseId}.2`, 'cancelled'],
      [`${offer}.2`, 'met'],
      [consent, 'met'],
      [`${offer}.1`, 'met'],
    ])
    expect(file?.consents).toMatchObject([
      { status: 'partial', coveredKinds: ['wellbeing'], deadline: { dueOn: '2027-02-06', movedAt: null } },
    ])
    expect(file?.handovers.map(row => [row.direction, row.status])).toEqual([
      ['sent', 'accepted'],
      ['received', 'accepted'],
    ])
    expect(file?.helpReports).toMatchObject([
      { report: 'measureStarted', measure: 'early', on: '2027-02-20' },
    ])
    expect(file?.letters).toMatchObject([{ kind: 'receipt', to: 'raiser', sentAt: day(21) }])
    expect(file?.notes.map(note => [note.id, note.supersedes, note.supersededBy])).toEqual([
      [`${caseId}-n1`, null, `${caseId}-n2`],
      [`${caseId}-n2`, `${caseId}-n1`, null],
    ])
    expect(file?.documents).toMatchObject([
      { id: `${caseId}-d1`, bytes: 1200, addedAt: day(2), supersededBy: null },
    ])
  })

  it('is null when there is none', async () => {
    expect(await caseById(db, { caseId: 'nosuch00' })).toBeNull()
  })

  it('shows its events in order, page by page, as they were recorded', async () => {
    const seen = { processes: [...new Set(chain.batches.flat().map(({ process }) => process))], entries: [] }
    const events = await everyPage(cursor => eventsOfCase(db, { caseId, seen, limit: 7, cursor }))
    expect(events).toMatchObject(chain.batches.flat())
  })

  it('has one responsible at every moment from raising to closing, and none outside', async () => {
    const at = async (moment: string) => (await responsibleAt(db, { caseId, at: moment }))?.person ?? null
    expect(await at(day(-1))).toBeNull()
    expect(await at(day(0))).toBe('sw-anna')
    expect(await at(new Date(Date.parse(day(11)) - 1).toISOString())).toBe('sw-anna')
    expect(await at(day(11))).toBe('sw-bo')
    expect(await responsibleAt(db, { caseId, at: day(30) })).toEqual({
      administration: 'social-services',
      unit: 'family-group',
      person: 'fc-karl',
      basis: 'accepted',
      from: day(22),
      to: day(91),
    })
    expect(await at(day(91))).toBeNull()
  })
})

describe('parts of a case', () => {
  it('can be read one by one', async () => {
    expect(await consentById(db, { consent })).toMatchObject({
      answers: [
        { giver: 'father', status: 'given', form: 'digital', remindedAt: day(19), answeredAt: day(20) },
        { giver: 'mother', status: 'given', form: 'paper', remindedAt: null, textRef: 'v_mother' },
      ],
      deadline: { id: consent, status: 'met' },
    })
    expect(await handoverById(db, { offer })).toMatchObject({
      caseId,
      contract: 'referral',
      sent: { status: 'accepted', consent, toUnit: 'family-group', deliveredAt: day(21), caseNumber: null },
      received: { status: 'accepted', screening: 'noClarification', caseNumber: '2027-0001' },
    })
    expect(await taskById(db, { task: `concern-${caseId}.2` })).toMatchObject({
      status: 'withdrawn',
      person: 'sw-bo',
      dueOn: '2027-02-01',
      remindedAt: day(10),
      deadline: { moved: 1, movedWhy: 'pause' },
    })
    expect(await deadlineById(db, { deadline: consent })).toMatchObject({
      explanation: { da: 'Opdigtet frist' },
    })
    expect(await processById(db, { process: offer })).toMatchObject({ kind: 'referral', paused: false })
    expect((await openProcessesOfCase(db, { caseId })).map(one => one.id)).toEqual([consent, offer])
    expect(await waiting(db)).toMatchObject([{ process: offer, system: 'familySystem', since: day(21) }])
  })

  it('are null when there are none', async () => {
    expect(await consentById(db, { consent: 'none' })).toBeNull()
    expect(await handoverById(db, { offer: 'none' })).toBeNull()
    expect(await taskById(db, { task: 'none' })).toBeNull()
    expect(await deadlineById(db, { deadline: 'none' })).toBeNull()
    expect(await processById(db, { process: 'none' })).toBeNull()
  })
})
