import { readFileSync } from 'node:fs'
import { administrationOfUnit } from '@brobygger/domain/codes'
import { municipality as schema } from '@brobygger/domain/organisation'
import { describe, expect, it } from '@jest/globals'
import { reviewersOf } from './reviewers.js'

const file = new URL('../../../../config/municipality.json', import.meta.url)
const made = schema.parse(JSON.parse(readFileSync(file, 'utf8')))
const onLeave = { deputy: 'hl-olga', leave: { from: '2027-02-01', to: '2027-02-05' } }
const municipality = {
  ...made,
  staff: made.staff.map(member => (member.id === 'fl-ida' ? { ...member, ...onLeave } : member)),
}

const line = (unit: 'early-help' | 'family-group' | 'family-house', taker: string, on = '2027-01-14') => {
  const { people, officer } = reviewersOf({
    municipality,
    administration: administrationOfUnit[unit],
    unit,
    taker,
    on,
  })
  return [people.teamLeader, people.nextManager, officer]
}

describe('who reviews an urgent access', () => {
  it.each([
    ['a worker’s: the leader of the unit', 'early-help', 'sw-bo', ['tl-eva', 'ml-finn']],
    ['in the family group', 'family-group', 'fg-hans', ['fl-ida', 'ml-finn']],
    ['in the family house', 'family-house', 'fh-karen', ['hl-olga', 'ml-finn']],
    ['the leader’s own: the next manager', 'early-help', 'tl-eva', ['ml-finn', 'dpo-nina']],
    ['the next manager’s own', 'early-help', 'ml-finn', ['tl-eva', 'dpo-nina']],
  ] as const)('%s', (_, unit, taker, expected) => {
    expect(line(unit, taker)).toEqual([...expected, 'dpo-nina'])
  })

  it('is whoever stands in for a leader on leave, unless they took it themselves', () => {
    expect(line('family-group', 'fg-hans', '2027-02-03')).toEqual(['hl-olga', 'ml-finn', 'dpo-nina'])
    expect(line('family-group', 'hl-olga', '2027-02-03')).toEqual(['ml-finn', 'dpo-nina', 'dpo-nina'])
  })

  it('gives whoever took it no part', () => {
    for (const taker of ['tl-eva', 'ml-finn']) {
      const place = { administration: 'children-and-youth', unit: 'early-help' } as const
      const { people } = reviewersOf({ municipality, ...place, taker, on: '2027-01-14' })
      expect(Object.values(people)).not.toContain(taker)
    }
  })
})
