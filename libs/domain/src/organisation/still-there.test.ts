import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { municipality as schema } from './checked-municipality.js'
import { peopleOf } from './people.js'
import { leadersIn } from './running.js'
import { supervises } from './supervision.js'

const file = new URL('../../../../config/municipality.json', import.meta.url)
const demo = schema.parse(JSON.parse(readFileSync(file, 'utf8')))
const [first, ...others] = demo.institutions
if (first === undefined) throw new Error('no institution')
const concern = { institution: first.id, raiser: null, raisedByParent: false, on: '2027-03-01' }

describe('what is not there any more', () => {
  it('an institution that is closed takes no new concern', () => {
    expect(peopleOf({ municipality: demo, ...concern })?.socialWorker).toBe(first.socialWorker)
    const municipality = { ...demo, institutions: [{ ...first, closedOn: '2027-02-28' }, ...others] }
    expect(peopleOf({ municipality, ...concern })).toBeNull()
  })

  it('a leader who has left supervises nothing and leads no administration', () => {
    const visitors = { administration: 'health', unit: 'health-visitors', role: 'teamLeader' } as const
    const rikke = { id: 'hs-rikke', name: 'Rikke Testsen', affiliations: [visitors] }
    const led = (leftOn?: string) => ({
      ...demo,
      staff: [...demo.staff, { ...rikke, ...(leftOn === undefined ? {} : { leftOn }) }],
    })
    expect(supervises(led(), 'hs-rikke')).toEqual(['health'])
    expect(leadersIn(led(), 'health').teamLeader).toBe('hs-rikke')
    expect(supervises(led('2027-02-28'), 'hs-rikke')).toEqual([])
    expect(leadersIn(led('2027-02-28'), 'health').teamLeader).toBe(demo.leaders.teamLeader)
  })
})
