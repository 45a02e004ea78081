import { describe, expect, it } from '@jest/globals'
import { fitAlarmOf, isOffTrack, type FitSession } from './index.js'

/** Sessions with the same person's scores. */
function sessions(who: 'adult' | 'child' | 'adolescent', ...ors: number[]): FitSession[] {
  return ors.map(score => ({ ors: [{ who, score }], srs: [{ who, score: 38 }] }))
}

describe('a course by the family’s own scores', () => {
  it('is looked at after three sessions: without a reliable change and below the cut-off it is off track', () => {
    expect(fitAlarmOf(sessions('adult', 18, 18))).toBeNull()
    expect(fitAlarmOf(sessions('adult', 18, 18, 19))).toBe('noProgress')
    expect(fitAlarmOf(sessions('adult', 18, 18, 19, 19))).toBeNull()
    expect(fitAlarmOf(sessions('adult', 18, 18, 19, 19, 20, 22.9))).toBe('noProgress')
  })

  it('is on track with a reliable change, or where the score is that of people who need no help', () => {
    expect(fitAlarmOf(sessions('adult', 18, 20, 23))).toBeNull()
    expect(fitAlarmOf(sessions('adult', 25, 26, 25))).toBeNull()
    // The published cut-offs are higher for the young.
    expect(fitAlarmOf(sessions('adolescent', 26, 26, 27))).toBe('noProgress')
    expect(fitAlarmOf(sessions('child', 30, 31, 31))).toBe('noProgress')
  })

  it('is off track at once when somebody gets reliably worse, whatever the others say', () => {
    const both = [
      { ors: [{ who: 'adult', score: 20 } as const, { who: 'child', score: 30 } as const], srs: [] },
      { ors: [{ who: 'adult', score: 28 } as const, { who: 'child', score: 25 } as const], srs: [] },
    ]
    expect(fitAlarmOf(both)).toBe('worse')
  })

  it('is talked about there and then after a poor session, which is no sign that it does not work', () => {
    const [first] = sessions('adult', 20)
    const alarm = fitAlarmOf([{ ors: first?.ors ?? [], srs: [{ who: 'adult', score: 35.9 }] }])
    expect(alarm).toBe('alliance')
    expect([alarm, 'worse' as const, null].map(isOffTrack)).toEqual([false, true, false])
  })

  it('says nothing where nothing was measured', () => {
    expect(fitAlarmOf([])).toBeNull()
    expect(fitAlarmOf([{ ors: [], srs: [] }])).toBeNull()
  })
})
