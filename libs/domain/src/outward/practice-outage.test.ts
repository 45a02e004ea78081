import { describe, expect, it } from '@jest/globals'
import { downUntil, type PracticeOutage } from './practice-outage.js'

const outages: PracticeOutage[] = [
  { system: 'letters', from: '2027-01-11T10:00:00+01:00', until: '2027-01-12T10:00:00+01:00' },
  { system: 'letters', from: '2027-01-11T12:00:00+01:00', until: '2027-01-11T13:00:00+01:00' },
]
const at = (instant: string, system = 'letters') => downUntil(outages, { system, at: instant })

describe('an outage in practice', () => {
  it.each([
    ['lasts from its first moment', '2027-01-11T09:00:00.000Z', outages[0]?.until],
    ['is the longest of those under way', '2027-01-11T11:30:00.000Z', outages[0]?.until],
    ['is over at its last moment', '2027-01-12T09:00:00.000Z', null],
    ['has not begun before', '2027-01-11T08:59:59.999Z', null],
  ])('%s', (_, instant, until) => {
    expect(at(instant)).toBe(until)
  })

  it('is of one system alone', () => {
    expect(at('2027-01-11T10:30:00.000Z', 'social-services')).toBeNull()
  })
})
