import {
  administrations,
  namespaceOf,
  roles,
  units,
  type Administration,
  type Role,
} from '@brobygger/domain/codes'
import {
  isEmployed,
  isOpen,
  leadingRoles,
  runningIn,
  type Municipality,
  type StaffMember,
} from '@brobygger/domain/organisation'
import { everyLoginRole } from '../setup/every-login-role.js'

/** What a municipality's file sets up, in lines for whoever wrote it. */
export function describeMunicipality(municipality: Municipality): string {
  const { name, clusters, closedDays, closingWeeks, institutions, localAmounts, staff } = municipality
  const running = runningIn(municipality)
  const resting = administrations.codes.filter(code => !running.includes(code))
  return [
    name,
    '',
    ...running.flatMap(code => [...administrationLines(municipality, code), '']),
    `Do not run: ${listed(resting.map(code => `${administrations.labels[code].en} (${code})`))}`,
    `Leaders: ${listed(Object.entries(municipality.leaders).map(([part, id]) => `${part} ${id}`))}`,
    `Duty officer: ${municipality.dutyOfficer}`,
    `Staff: ${String(staff.filter(isEmployed).length)}`,
    `Institutions: ${String(institutions.filter(isOpen).length)} in ${String(clusters.length)} clusters`,
    `Closed days: ${listed(closedDays)}`,
    `Closing weeks: ${listed(closingWeeks.map(({ from, to, kinds }) => `${from}–${to} (${kinds.join(', ')})`))}`,
    `Systems: ${listed(Object.entries(municipality.systems).map(([system, way]) => `${system} ${way}`))}`,
    `Amounts of its own: ${listed(Object.entries(localAmounts).map(([rule, amount]) => `${rule} ${String(amount)}`))}`,
    `Database roles that log in, each with a password: ${everyLoginRole(running).join(', ')}`,
  ].join('\n')
}

function administrationLines(municipality: Municipality, code: Administration): string[] {
  const here = municipality.staff
    .filter(isEmployed)
    .flatMap(member => rolesIn(member, code).map(role => ({ member, role })))
  const leaders = here.filter(({ role }) => leadingRoles.includes(role)).map(({ member }) => member.id)
  const counts = roles.codes.flatMap(role => {
    const number = here.filter(one => one.role === role).length
    return number === 0 ? [] : [`${String(number)} × ${roles.labels[role].en}`]
  })
  return [
    `${administrations.labels[code].en} (${administrations.labels[code].da}) runs`,
    `  namespaces  ${[false, true].map(practice => namespaceOf({ administration: code, practice })).join(', ')}`,
    `  units       ${municipality.administrations[code].units.map(unit => `${units.labels[unit].en} (${unit})`).join(', ')}`,
    `  leaders     ${leaders.join(', ')}`,
    `  staff       ${counts.join(', ')}`,
  ]
}

const rolesIn = ({ affiliations }: StaffMember, code: Administration): Role[] =>
  affiliations.filter(({ administration }) => administration === code).map(({ role }) => role)

const listed = (items: readonly string[]): string => (items.length === 0 ? 'none' : items.join(', '))
