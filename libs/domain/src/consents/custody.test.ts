import { describe, expect, it } from '@jest/globals'
import type { CustodyRelation, GiverRole } from '../codes/index.js'
import type { ConsentGiver } from '../messages/consent.js'
import { custodyDiffers } from './custody.js'

const sole = (giver: GiverRole): ConsentGiver => ({ giver, custody: 'sole' })
const joint = (giver: GiverRole): ConsentGiver => ({ giver, custody: 'joint' })
const differs = (declared: readonly ConsentGiver[], ...registered: CustodyRelation[]) =>
  custodyDiffers({ declared, registered })

describe('custody by the register', () => {
  it.each<[string, ConsentGiver[], CustodyRelation[]]>([
    ['one parent alone', [sole('mother')], ['mother']],
    ['both parents, in whatever order', [joint('mother'), joint('father')], ['father', 'mother']],
    [
      'two mothers, of whom the register knows one as somebody else',
      [joint('coParent'), joint('mother')],
      ['other', 'mother'],
    ],
    ['a guardian', [sole('guardian')], ['other']],
    [
      'a young person beside the holder',
      [sole('father'), { giver: 'youngPerson', custody: 'ownMatters' }],
      ['father'],
    ],
  ])('is as declared for %s', (_, declared, registered) => {
    expect(differs(declared, ...registered)).toBe(false)
  })

  it.each<[string, ConsentGiver[], CustodyRelation[]]>([
    ['the other parent has it too', [sole('mother')], ['mother', 'father']],
    ['only one of those asked has it', [joint('mother'), joint('father')], ['mother']],
    ['somebody else has it', [sole('mother')], ['other']],
  ])('differs when %s', (_, declared, registered) => {
    expect(differs(declared, ...registered)).toBe(true)
  })

  it('says nothing where the register tells of nobody, or nobody was asked as a holder', () => {
    expect(differs([sole('mother')])).toBe(false)
    expect(differs([{ giver: 'mother', custody: 'ownMatters' }], 'father')).toBe(false)
  })
})
