import type { Digest } from '@brobygger/database'
import { describe, expect, it } from '@jest/globals'
import type { Letter } from '../ports/index.js'
import { digestActivities } from './digest.js'

const line = { task: 'concern-k7qm4d2x.1', kind: 'triage', caseId: 'k7qm4d2x', dueOn: '2027-01-12' }
const waiting: Digest[] = [
  { person: 'sw-anna', open: 2, overdue: [line], dueSoon: [] },
  { person: 'sw-bo', open: 1, overdue: [], dueSoon: [line] },
  { person: 'sw-carla', open: 1, overdue: [], dueSoon: [] },
]

function morning(at: string): Promise<{ sent: Letter[]; asked: string[] }> {
  const sent: Letter[] = []
  const asked: string[] = []
  const activities = digestActivities({
    administration: 'children-and-youth',
    municipality: { closedDays: ['2027-12-24'] },
    letters: {
      send: async letter => {
        sent.push(letter)
        return { letterId: 'l1', status: 'delivered', deliveredAt: at }
      },
    },
    digests: async dueBefore => {
      asked.push(dueBefore)
      return waiting
    },
  })
  return activities.sendDigests({ at }).then(() => ({ sent, asked }))
}

describe('the daily digest', () => {
  it('reaches everybody with something late or soon due, under one key a day', async () => {
    const { sent, asked } = await morning('2027-01-11T06:00:00.000Z')
    expect(sent.map(letter => letter.key)).toEqual([
      'digest-children-and-youth-2027-01-11-sw-anna',
      'digest-children-and-youth-2027-01-11-sw-bo',
    ])
    expect(asked).toEqual(['2027-01-14T22:59:59.999Z'])
  })

  it.each(['2027-01-10', '2027-03-25', '2027-12-24'])('leaves people alone on %s', async day => {
    expect((await morning(`${day}T06:00:00.000Z`)).sent).toEqual([])
  })
})
