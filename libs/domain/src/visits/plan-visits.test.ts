import { describe, expect, it } from '@jest/globals'
import { planVisits } from './plan-visits.js'

const cluster = [
  { institution: '105001', kind: 'kindergarten', visits: 2 },
  { institution: '105002', kind: 'school', visits: 2 },
  { institution: '105003', kind: 'afterSchool', visits: 2 },
]
const calendar = { closedDays: ['2027-06-05', '2027-12-24', '2027-12-31'] }
const school = (from: string, to: string) => ({ from, to, kinds: ['school', 'afterSchool'] })

describe('a quarter of visits', () => {
  it('shares visiting days among the institutions of a cluster, two a day', () => {
    const { visits, leftOut } = planVisits({
      quarter: '2027-Q1',
      from: '2027-01-01',
      institutions: cluster,
      closingWeeks: [school('2027-02-15', '2027-02-21')],
      calendar,
    })
    expect(leftOut).toEqual([])
    expect(visits).toHaveLength(18)
    const days = new Set(visits.map(({ on }) => on))
    expect(days.size).toBe(12)
    for (const day of days) expect(visits.filter(({ on }) => on === day).length).toBeLessThanOrEqual(2)
  })

  it('spreads the two visits of a month, so that no institution waits three weeks', () => {
    const { visits } = planVisits({
      quarter: '2027-Q4',
      from: '2027-10-01',
      institutions: cluster.slice(0, 1),
      closingWeeks: [],
      calendar,
    })
    expect(visits.map(({ on }) => on)).toEqual([
      '2027-10-08',
      '2027-10-22',
      '2027-11-08',
      '2027-11-23',
      '2027-12-08',
      '2027-12-22',
    ])
  })

  it('says that a school gets no visit in the month of its summer holiday', () => {
    const { visits, leftOut } = planVisits({
      quarter: '2027-Q3',
      from: '2027-07-01',
      institutions: cluster,
      closingWeeks: [school('2027-06-26', '2027-08-08')],
      calendar,
    })
    expect(leftOut).toEqual([
      { institution: '105002', month: '2027-07', visits: 2 },
      { institution: '105003', month: '2027-07', visits: 2 },
    ])
    expect(visits.filter(({ on }) => on < '2027-08-01').map(({ institution }) => institution)).toEqual([
      '105001',
      '105001',
    ])
  })
})
