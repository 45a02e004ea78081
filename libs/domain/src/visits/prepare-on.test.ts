import { describe, expect, it } from '@jest/globals'
import { leaveOf } from './leaves.js'
import { prepareOn } from './prepare-on.js'

describe('a visit', () => {
  it('is prepared three arbejdsdage before, Easter and weekends not counted', () => {
    const calendar = { closedDays: [] }
    expect(prepareOn({ on: '2027-03-31', days: 3, calendar })).toBe('2027-03-23')
    expect(prepareOn({ on: '2027-01-15', days: 3, calendar })).toBe('2027-01-12')
  })
})

describe('a leave', () => {
  const staff = [
    {
      id: 'sw-gorm',
      name: 'Gorm Testsen',
      affiliations: [],
      deputy: 'sw-dina',
      leave: { from: '2027-02-08', to: '2027-02-26' },
    },
  ]
  const asked = { municipality: { staff }, person: 'sw-gorm' }

  it('that overlaps the quarter names the deputy', () => {
    const leave = leaveOf({ ...asked, from: '2027-01-01', to: '2027-03-31' })
    expect(leave).toEqual({ person: 'sw-gorm', deputy: 'sw-dina', from: '2027-02-08', to: '2027-02-26' })
  })

  it('of another quarter leaves the round with its social worker', () => {
    expect(leaveOf({ ...asked, from: '2027-04-01', to: '2027-06-30' })).toBeNull()
  })
})
