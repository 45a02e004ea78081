import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { municipality as schema } from './checked-municipality.js'
import { supervises, temporalPermissions } from './supervision.js'

const file = new URL('../../../../config/municipality.json', import.meta.url)
const municipality = schema.parse(JSON.parse(readFileSync(file, 'utf8')))
const youth = 'children-and-youth'
const social = 'social-services'

describe('who reads in Temporal UI', () => {
  it.each([
    ['tl-eva', 'the team leader', [youth]],
    ['ml-finn', 'the next manager', [youth]],
    ['fl-ida', 'the leader of the family group', [social]],
    ['hl-olga', 'the leader of the family house', [social]],
    ['sw-anna', 'a social worker', []],
    ['fg-gitte', 'a caseworker', []],
    ['nl-101001', 'a leader of an institution', []],
    ['op-ole', 'operations', []],
    ['dpo-nina', 'the data protection officer', []],
    ['nobody', 'somebody unknown', []],
  ])('%s, %s, reads %j', (person, _, administrations) => {
    expect(supervises(municipality, person)).toEqual(administrations)
  })

  it('reads only, and in real and practice cases of one administration', () => {
    expect(temporalPermissions(municipality, 'fl-ida')).toEqual([
      'social-services:read',
      'social-services-practice:read',
    ])
  })
})
