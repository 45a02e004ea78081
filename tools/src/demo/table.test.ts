import { describe, expect, it } from '@jest/globals'
import type { CaseEvent, EventBody } from '@brobygger/domain/events'
import { countCase, type CountedCase } from './count.js'
import { apart, midTermTable } from './table.js'

const some: CountedCase = {
  category: 'parentalRole',
  triage: 'takenOn',
  notified: false,
  referred: false,
  closure: 'noConcern',
  events: 20,
}

/** The log of a case; only bodies matter for counting. */
const log = (...bodies: object[]): CaseEvent[] =>
  bodies.map((body, i) => ({
    process: 'concern-00000000',
    seq: i + 1,
    caseId: '00000000',
    administration: 'children-and-youth',
    practice: true,
    at: '2027-01-04T08:00:00.000Z',
    by: null,
    body: body as EventBody,
  }))
const raised = { type: 'concernRaised', mainCategory: 'structure' }
const triage = [
  { type: 'taskOpened', task: 'concern-00000000.1', kind: 'triage' },
  { type: 'taskCompleted', task: 'concern-00000000.1', answer: { outcome: 'takenOn' } },
]

describe('countCase', () => {
  it('reads category, triage and end from the log', () => {
    const closed = { type: 'caseClosed', code: 'familyAndInstitution' }
    expect(countCase(log(raised, ...triage, closed))).toEqual({
      category: 'structure',
      triage: 'takenOn',
      notified: false,
      referred: false,
      closure: 'familyAndInstitution',
      events: 4,
    })
  })

  it('counts a notification that never came to triage', () => {
    const notified = countCase(log(raised, { type: 'offerMade', contract: 'notification' }))
    expect(notified).toMatchObject({ triage: null, notified: true, closure: null })
  })

  it('does not take other answers for triage, and a re-opened case for closed', () => {
    const other = { type: 'taskCompleted', task: 'concern-00000000.2', answer: { outcome: 'notOurs' } }
    const counted = countCase(
      log(raised, other, { type: 'caseClosed', code: 'other' }, { type: 'caseReopened' }),
    )
    expect(counted).toMatchObject({ triage: null, closure: null })
  })

  it('refuses a log without a beginning', () => {
    expect(() => countCase(log(...triage))).toThrow('begins with its concern')
  })
})

describe('midTermTable', () => {
  const lineOf = (cases: CountedCase[], title: string) =>
    midTermTable(cases)
      .split('\n')
      .find(line => line.trim().startsWith(title))
      ?.trim()
      .split(/\s{2,}/)

  it('puts the published figures beside the counted ones', () => {
    const cases: CountedCase[] = [some, some, some, { ...some, triage: 'notOurs', closure: 'other' }]
    expect(lineOf(cases, 'Enquiries')).toEqual(['Enquiries in 8 months', '334', '4'])
    expect(lineOf(cases, 'Taken on')).toEqual(['Taken on', '226 (68 %)', '3 (75 %)'])
    expect(lineOf(cases, 'Parental role')).toEqual(['Parental role', '32 %', '4 (100 %)'])
    expect(lineOf(cases, 'Not ours')).toEqual(['Not ours', '–', '1 (25 %)'])
    expect(lineOf(cases, 'No concern')).toEqual(['No concern remains', '–', '3 (100 %)'])
  })

  it('shows the categories that were not published as one sum', () => {
    const cases: CountedCase[] = [some, { ...some, category: 'misuse' }, { ...some, category: 'other' }]
    expect(lineOf(cases, 'not published')).toEqual(['not published', '26 %', '2 (67 %)'])
    expect(midTermTable(cases)).not.toContain('Misuse')
  })

  it('shows a course that has not ended', () => {
    expect(lineOf([{ ...some, closure: null }], 'still open')).toEqual(['still open', '–', '1 (100 %)'])
  })

  it('has a table of no cases', () => {
    expect(lineOf([], 'Taken on')).toEqual(['Taken on', '226 (68 %)', '0'])
  })
})

describe('apart', () => {
  it('keeps what is not of Copenhagen 2012 out of the table', () => {
    const cases: CountedCase[] = [
      some,
      { ...some, closure: 'familyAndInstitution' },
      { ...some, closure: 'moved' },
    ]
    expect(apart(cases)).toContain('2 (67 %)')
    expect(apart(cases)).toContain('KL 2014')
    expect(midTermTable(cases)).not.toContain('KL')
  })
})
