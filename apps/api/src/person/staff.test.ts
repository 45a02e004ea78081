import { readFileSync } from 'node:fs'
import { municipality as schema } from '@brobygger/domain/organisation'
import { describe, expect, it } from '@jest/globals'
import { Staff } from './staff.js'

const file = new URL('../../../../config/municipality.json', import.meta.url)
const demo = schema.parse(JSON.parse(readFileSync(file, 'utf8')))
const staff = new Staff({
  ...demo,
  staff: demo.staff.map(member => (member.id === 'fg-gitte' ? { ...member, leftOn: '2027-02-28' } : member)),
})

describe('a caseworker who has left', () => {
  it('is known by name in old cases, and their work can be handed over', () => {
    expect(staff.find('fg-gitte')?.name).toBe('Gitte Testsen')
    expect(() => {
      staff.mustKnow('fg-gitte', 'from')
    }).not.toThrow()
  })

  it('is nobody to log in as, and gets nothing more', () => {
    expect(staff.employed('fg-gitte')).toBeUndefined()
    expect(staff.employed('sw-anna')?.id).toBe('sw-anna')
    expect(() => {
      staff.mustWorkHere('fg-gitte', 'to')
    }).toThrow()
  })
})
