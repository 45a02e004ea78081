import { administrationOfUnit, administrations, alwaysRunning, units, type Role } from '../codes/index.js'
import { rules } from '../policy/index.js'
import type { Municipality } from './municipality.js'
import { teamLeaderIn } from './running.js'
import { isEmployed } from './still-there.js'

/** What is wrong in a municipality's file, and where. */
export interface Fault {
  readonly path: (string | number)[]
  readonly reason: string
}

/** The role that each leader named for the municipality has on the staff list. */
const roleOfLeader = {
  teamLeader: 'teamLeader',
  familyGroupLeader: 'familyGroupLeader',
  familyHouseLeader: 'familyHouseLeader',
} as const satisfies Partial<Record<keyof Municipality['leaders'], Role>>

/** Everything that contradicts something else in a municipality whose fields are right by themselves. */
export function faultsOf(municipality: Municipality): Fault[] {
  return [
    ...faultsOfAdministrations(municipality),
    ...faultsOfUnits(municipality),
    ...faultsOfStaff(municipality),
    ...faultsOfLeaders(municipality),
    ...faultsOfInstitutions(municipality),
    ...faultsOfCalendar(municipality),
    ...faultsOfAmounts(municipality),
    ...faultsOfCaseIndex(municipality),
  ]
}

function faultsOfAdministrations({ administrations: placed, staff }: Municipality): Fault[] {
  return administrations.codes.flatMap(code => {
    const { runs, units: own } = placed[code]
    const path = ['administrations', code]
    const isNeeded = (alwaysRunning as readonly string[]).includes(code)
    if (!runs) {
      return isNeeded ? [{ path: [...path, 'runs'], reason: 'has to run: processes belong to it' }] : []
    }
    const isLed = isNeeded || teamLeaderIn({ staff }, code) !== undefined
    // Those that always run are led by the leaders that the file names.
    return [
      ...(own.length === 0 ? [{ path: [...path, 'units'], reason: 'runs without a unit' }] : []),
      ...(isLed
        ? []
        : [{ path, reason: 'runs without a leader: nobody on the staff list is teamLeader in it' }]),
    ]
  })
}

function faultsOfUnits({ administrations: placed }: Municipality): Fault[] {
  return units.codes.flatMap(unit => {
    const holders = administrations.codes.filter(code => placed[code].units.includes(unit))
    const [holder] = holders
    if (holder === undefined) return [{ path: ['administrations'], reason: `${unit} lies in none` }]
    const path = ['administrations', holder, 'units']
    if (holders.length > 1) return [{ path, reason: `${unit} lies in ${holders.join(' and ')}` }]
    if (placed[holder].units.filter(one => one === unit).length > 1)
      return [{ path, reason: `${unit} stands there twice` }]
    const homes: Readonly<Partial<Record<string, string>>> = administrationOfUnit
    const home = homes[unit] ?? holder
    return home === holder ? [] : [{ path, reason: `${unit} has to lie in ${home}: its processes run there` }]
  })
}

function faultsOfStaff(municipality: Municipality): Fault[] {
  const { administrations: placed, institutions, staff } = municipality
  const unfit = unfitAmong(staff)
  const isInstitution = knows(institutions)
  return [
    ...repeated('staff', staff),
    ...staff.flatMap(({ affiliations, deputy, leave }, i): Fault[] => [
      ...affiliations.flatMap(({ administration, unit, institution }, n): Fault[] => {
        const path = ['staff', i, 'affiliations', n]
        const { runs, units: own } = placed[administration]
        if (!runs) return [{ path: [...path, 'administration'], reason: `${administration} does not run` }]
        if (!own.includes(unit))
          return [{ path: [...path, 'unit'], reason: `${unit} does not lie in ${administration}` }]
        return institution === undefined || isInstitution(institution)
          ? []
          : [{ path: [...path, 'institution'], reason: `${institution} is no institution` }]
      }),
      ...(deputy === undefined ? [] : unfit(deputy, ['staff', i, 'deputy'])),
      ...(leave !== undefined && leave.to < leave.from
        ? [{ path: ['staff', i, 'leave', 'to'], reason: 'is before the first day' }]
        : []),
    ]),
  ]
}

function faultsOfLeaders({ leaders, dutyOfficer, staff }: Municipality): Fault[] {
  const named = [
    ...Object.entries(leaders).map(([name, person]) => ({ path: ['leaders', name], person })),
    { path: ['dutyOfficer'], person: dutyOfficer },
  ]
  const roles: Readonly<Partial<Record<string, Role>>> = { ...roleOfLeader, dutyOfficer: 'dutyOfficer' }
  return named.flatMap(({ path, person }) => {
    const member = staff.find(({ id }) => id === person)
    if (member === undefined) return [{ path, reason: `${person} is not on the staff list` }]
    if (!isEmployed(member)) return [{ path, reason: `${person} has left` }]
    const wanted = roles[path.at(-1) ?? '']
    const has = wanted === undefined || member.affiliations.some(({ role }) => role === wanted)
    return has ? [] : [{ path, reason: `${person} is not ${wanted} on the staff list` }]
  })
}

function faultsOfInstitutions({ clusters, institutions, staff }: Municipality): Fault[] {
  const unfit = unfitAmong(staff)
  const isCluster = knows(clusters)
  return [
    ...repeated('clusters', clusters),
    ...repeated('institutions', institutions),
    ...institutions.flatMap(({ leader, socialWorker, cluster, closedOn }, i): Fault[] => [
      // Nobody leads or visits one that is closed: who did is history.
      ...(closedOn === undefined ? Object.entries({ leader, socialWorker }) : []).flatMap(([name, person]) =>
        unfit(person, ['institutions', i, name]),
      ),
      ...(isCluster(cluster)
        ? []
        : [{ path: ['institutions', i, 'cluster'], reason: `${cluster} is no cluster` }]),
    ]),
  ]
}

function faultsOfCalendar({ closedDays, closingWeeks }: Municipality): Fault[] {
  return [
    ...closedDays.flatMap((day, i) =>
      closedDays.indexOf(day) === i ? [] : [{ path: ['closedDays', i], reason: `${day} stands there twice` }],
    ),
    ...closingWeeks.flatMap(({ from, to }, i) =>
      to < from ? [{ path: ['closingWeeks', i, 'to'], reason: 'is before the first day' }] : [],
    ),
  ]
}

/** Only a local rule has an amount of the municipality's own, and only one that has an amount at all. */
function faultsOfAmounts({ localAmounts }: Municipality): Fault[] {
  return Object.entries(localAmounts).flatMap(([id, amount]) => {
    const path = ['localAmounts', id]
    const versions = rules.filter(rule => rule.id === id)
    if (versions.length === 0) return [{ path, reason: 'is no rule' }]
    if (!versions.some(({ local }) => local))
      return [{ path, reason: 'is not a local rule: its amount is the law’s' }]
    if (!versions.some(rule => rule.local && rule.amount !== null))
      return [{ path, reason: 'is a rule without an amount' }]
    return Number.isInteger(amount) ? [] : [{ path, reason: 'has to be a whole number' }]
  })
}

function faultsOfCaseIndex({ caseIndex }: Municipality): Fault[] {
  if (caseIndex === undefined || caseIndex.units['family-group'] !== undefined) return []
  return [
    {
      path: ['caseIndex', 'units'],
      reason: 'family-group is missing: it is responsible for what is indexed',
    },
  ]
}

/** What makes a person unfit to be named in a place: not on the list, or no longer here. */
function unfitAmong(staff: Municipality['staff']): (person: string, path: Fault['path']) => Fault[] {
  const byId = new Map(staff.map(member => [member.id, member]))
  return (person, path) => {
    const member = byId.get(person)
    if (member === undefined) return [{ path, reason: `${person} is not on the staff list` }]
    return isEmployed(member) ? [] : [{ path, reason: `${person} has left` }]
  }
}

interface WithId {
  readonly id: string
}

const knows = (list: readonly WithId[]) => {
  const ids = new Set(list.map(({ id }) => id))
  return (id: string): boolean => ids.has(id)
}

/** The entries whose id stands before them already. */
function repeated(name: string, list: readonly WithId[]): Fault[] {
  const first = new Map<string, number>()
  return list.flatMap(({ id }, i) => {
    if (!first.has(id)) {
      first.set(id, i)
      return []
    }
    return [{ path: [name, i, 'id'], reason: `${id} stands there twice` }]
  })
}
