import { describe, expect, it } from '@jest/globals'
import { peopleWith } from '../organisation/index.js'
import { administrationOf, courseNumber, processes, reopenedLedger, stageOf, type Ledger } from './index.js'

describe.each(Object.values(processes))('the steps of $kind', process => {
  const ids: string[] = process.steps.map(step => step.id)

  it('lead only to steps of the same process', () => {
    const unknown = process.steps.flatMap(step => step.next).filter(next => !ids.includes(next))
    expect(unknown).toEqual([])
  })

  it('can all be reached from the first', () => {
    const reached = new Set([ids[0]])
    for (const id of reached) {
      for (const next of process.steps.find(step => step.id === id)?.next ?? []) reached.add(next)
    }
    expect([...reached].sort()).toEqual([...ids].sort())
  })

  it('are numbered in their order, in Danish', () => {
    expect(process.steps.map(step => stageOf({ process, step: step.id }))).toEqual(
      process.steps.map((step, index) => `${index + 1} ${step.title.da}`),
    )
  })
})

describe('a case that is re-opened', () => {
  it('keeps its people and numbers, and asks triage anew', () => {
    const at = '2027-02-19T08:00:00.000Z'
    const closed: Ledger = {
      version: 1,
      entries: [
        { step: 'enquiry', n: 1, at, result: { next: 'notify' } },
        { step: 'triage', n: 1, at, result: { next: 'advice' } },
      ],
      owed: [],
      asked: [],
      people: peopleWith({
        socialWorker: 'sw-anna',
        teamLeader: 'tl-eva',
        nextManager: 'ml-finn',
        familyGroupLeader: 'fl-ida',
      }),
      responsible: 'sw-anna',
      excluded: [],
      standIns: [],
      pauses: [{ from: at, to: at }],
      seq: 40,
      tasks: 5,
      effects: 7,
      letters: [],
      clockOffset: 0,
      facts: { consents: [], offers: [], reports: [] },
    }
    const reopened = reopenedLedger(processes.concern, closed)
    expect(reopened?.entries.map(entry => [entry.step, entry.result])).toEqual([
      ['enquiry', { next: 'triage' }],
    ])
    expect(reopened).toMatchObject({ seq: 40, tasks: 5, effects: 7, people: closed.people, pauses: [] })
  })

  it('is begun anew instead, where its list names no step to go on from', () => {
    const ended = { entries: [], facts: {} } as unknown as Ledger
    expect(reopenedLedger(processes.consent, ended)).toBeNull()
  })
})

describe('ids of processes', () => {
  it('say which administration runs them', () => {
    expect(administrationOf('consent-k7qm4d2x-1')).toBe('children-and-youth')
    expect(administrationOf('familyHouseCourse-k7qm4d2x-12.3')).toBe('social-services')
  })

  it('never give two courses of a case the same number, whoever asks for them', () => {
    const numbers = [0, 1].flatMap(before => [
      courseNumber({ way: 'counselling', before }),
      courseNumber({ way: 'reception', before }),
      courseNumber({ way: 'referral', referral: 'referral-k7qm4d2x-1', before }),
      courseNumber({ way: 'referral', referral: 'referral-k7qm4d2x-2', before }),
    ])
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})
