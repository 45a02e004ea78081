import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import type { z } from 'zod'
import { municipality as schema } from './checked-municipality.js'
import { answeringUnit, leadersIn, runningIn } from './running.js'

const file = new URL('../../../../config/municipality.json', import.meta.url)
type File = z.input<typeof schema>
const read = () => JSON.parse(readFileSync(file, 'utf8')) as File

/** What is said of the demo municipality after a change: the field, and why. */
function faultsAfter(change: (file: File) => void): string[] {
  const changed = read()
  change(changed)
  return (schema.safeParse(changed).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  )
}

const visitor = (id: string, role: 'teamLeader' | 'resourcePerson') => ({
  id,
  name: 'Rikke Testsen',
  affiliations: [{ administration: 'health' as const, unit: 'health-visitors' as const, role }],
})

/** Turns health on as it is to be done: its unit moves, and so do those who work there. */
function turnHealthOn(changed: File): void {
  changed.administrations = {
    ...changed.administrations,
    'children-and-youth': { runs: true, units: ['early-help', 'institution', 'ppr'] },
    health: { runs: true, units: ['health-visitors'] },
  }
  changed.staff = [
    ...changed.staff.filter(({ affiliations }) =>
      affiliations.every(({ unit }) => unit !== 'health-visitors'),
    ),
    visitor('hs-rikke', 'teamLeader'),
  ]
}

describe('the demo municipality', () => {
  it('contradicts itself nowhere, and runs the two administrations that processes belong to', () => {
    const municipality = schema.parse(read())
    expect(runningIn(municipality)).toEqual(['children-and-youth', 'social-services'])
    expect(runningIn(municipality).map(code => answeringUnit(municipality, code))).toEqual([
      'early-help',
      'family-group',
    ])
  })

  it('can let health run', () => {
    expect(faultsAfter(turnHealthOn)).toEqual([])
    const changed = read()
    turnHealthOn(changed)
    const municipality = schema.parse(changed)
    expect(runningIn(municipality)).toEqual(['children-and-youth', 'social-services', 'health'])
    expect(leadersIn(municipality, 'health').teamLeader).toBe('hs-rikke')
    expect(leadersIn(municipality, 'social-services')).toEqual(municipality.leaders)
  })
})

describe('a municipality is told, field by field,', () => {
  it.each<[what: string, said: string[], change: (file: File) => void]>([
    [
      'that an administration has to run',
      [
        'administrations.children-and-youth.runs: has to run: processes belong to it',
        'leaders.teamLeader: fl-ida is not teamLeader on the staff list',
      ],
      changed => {
        changed.administrations['children-and-youth'].runs = false
        changed.staff = changed.staff.filter(({ affiliations }) =>
          affiliations.every(({ administration }) => administration !== 'children-and-youth'),
        )
        changed.institutions = []
        changed.leaders = { ...changed.leaders, teamLeader: 'fl-ida', nextManager: 'fl-ida' }
      },
    ],
    [
      'that one runs without a unit and without a leader',
      [
        'administrations.health.units: runs without a unit',
        'administrations.health: runs without a leader: nobody on the staff list is teamLeader in it',
      ],
      changed => (changed.administrations.health.runs = true),
    ],
    [
      'that a unit lies in two administrations',
      ['administrations.children-and-youth.units: ppr lies in children-and-youth and health'],
      changed => (changed.administrations.health.units = ['ppr']),
    ],
    [
      'that a unit stands there twice',
      ['administrations.social-services.units: duty-office stands there twice'],
      changed => changed.administrations['social-services'].units.push('duty-office'),
    ],
    [
      'that a unit lies nowhere',
      ['administrations: job-centre lies in none'],
      changed => (changed.administrations.employment.units = []),
    ],
    [
      'that somebody works in an administration that does not run',
      ['staff.81.affiliations.0.administration: health does not run'],
      changed => changed.staff.push(visitor('hs-rikke', 'resourcePerson')),
    ],
    [
      'that somebody works in a unit that lies elsewhere',
      ['staff.0.affiliations.0.unit: family-house does not lie in children-and-youth'],
      ({ staff: [first] }) => {
        for (const place of first?.affiliations ?? []) place.unit = 'family-house'
      },
    ],
    [
      'that an id is given twice',
      ['staff.81.id: sw-anna stands there twice', 'institutions.30.id: 101001 stands there twice'],
      changed => {
        changed.staff.push(...changed.staff.slice(0, 1))
        changed.institutions.push(...changed.institutions.slice(0, 1))
      },
    ],
    [
      'who is named and not staff',
      [
        'staff.0.deputy: nobody is not on the staff list',
        'leaders.nextManager: nobody is not on the staff list',
        'dutyOfficer: nobody is not on the staff list',
        'institutions.0.socialWorker: nobody is not on the staff list',
      ],
      changed => {
        const [first] = changed.staff
        const [institution] = changed.institutions
        if (first === undefined || institution === undefined) throw new Error('nobody to change')
        first.deputy = 'nobody'
        changed.leaders.nextManager = 'nobody'
        changed.dutyOfficer = 'nobody'
        institution.socialWorker = 'nobody'
      },
    ],
    [
      'who is named as a leader and leads nothing',
      ['leaders.familyGroupLeader: sw-anna is not familyGroupLeader on the staff list'],
      changed => (changed.leaders.familyGroupLeader = 'sw-anna'),
    ],
    [
      'who has left and is still named as leader, deputy or visitor, unless the institution is closed',
      [
        'staff.1.deputy: sw-anna has left',
        'leaders.teamLeader: tl-eva has left',
        'institutions.0.socialWorker: sw-anna has left',
      ],
      changed => {
        const leaves = (id: string) => {
          for (const member of changed.staff) if (member.id === id) member.leftOn = '2027-01-31'
        }
        leaves('sw-anna')
        leaves('tl-eva')
        const [, second] = changed.staff
        if (second !== undefined) second.deputy = 'sw-anna'
        for (const [n, institution] of changed.institutions.entries())
          if (n > 0 && institution.socialWorker === 'sw-anna') institution.closedOn = '2027-01-31'
      },
    ],
    [
      'which closed days are no dates',
      ['closedDays.0: Invalid ISO date'],
      changed => (changed.closedDays = ['2027-02-30']),
    ],
    [
      'which weeks end before they begin',
      ['closingWeeks.0.to: is before the first day'],
      changed => (changed.closingWeeks = [{ from: '2027-02-21', to: '2027-02-15', kinds: ['school'] }]),
    ],
    [
      'which amounts are for no local rule',
      [
        'localAmounts.nonsense: is no rule',
        'localAmounts.notification-receipt: is not a local rule: its amount is the law’s',
        'localAmounts.triage-answer: has to be a whole number',
      ],
      changed => (changed.localAmounts = { nonsense: 1, 'notification-receipt': 2, 'triage-answer': 2.5 }),
    ],
    [
      'which code is unknown, in administrations and at the top',
      ['administrations: Unrecognized key: "helth"', ': Unrecognized key: "closedDay"'],
      changed => {
        Object.assign(changed.administrations, { helth: { runs: true, units: [] } })
        Object.assign(changed, { closedDay: [] })
      },
    ],
  ])('%s', (_, said, change) => {
    expect(faultsAfter(change)).toEqual(said)
  })
})
