import { describe, expect, it } from '@jest/globals'
import type { ConsentGiver } from '../messages/consent.js'
import { faultOfGivers } from './givers.js'

const mother = (custody: ConsentGiver['custody']): ConsentGiver => ({ giver: 'mother', custody })
const father = (custody: ConsentGiver['custody']): ConsentGiver => ({ giver: 'father', custody })

describe('those who are asked for consent', () => {
  it.each([
    ['both holders of joint custody', [mother('joint'), father('joint')]],
    ['the one with sole custody', [mother('sole')]],
    [
      'both, and the young person',
      [mother('joint'), father('joint'), { giver: 'youngPerson', custody: 'ownMatters' } as const],
    ],
    [
      'a young person with a representative',
      [
        { giver: 'youngPerson', custody: 'ownMatters' } as const,
        { giver: 'representative', custody: 'representation' } as const,
      ],
    ],
  ])("can be %s, for what is the child's", (_who, givers) => {
    expect(faultOfGivers({ givers, kinds: ['wellbeing', 'familySituation'] })).toBeNull()
  })

  it('can be one parent alone for their own matters, and for nothing of the child', () => {
    const givers = [father('ownMatters')]
    expect(faultOfGivers({ givers, kinds: ['health', 'earlierSupport'] })).toBeNull()
    expect(faultOfGivers({ givers, kinds: ['health', 'dailyObservations'] })).toBe('holder-missing')
  })

  it('cannot be one of two custody holders, one twice, or two with sole custody', () => {
    const kinds = ['wellbeing'] as const
    expect(faultOfGivers({ givers: [mother('joint')], kinds })).toBe('other-holder-missing')
    expect(faultOfGivers({ givers: [mother('joint'), mother('joint')], kinds })).toBe('giver-twice')
    expect(faultOfGivers({ givers: [mother('sole'), father('sole')], kinds })).toBe('custody-unclear')
    expect(faultOfGivers({ givers: [mother('sole'), father('joint')], kinds })).toBe('custody-unclear')
  })
})
