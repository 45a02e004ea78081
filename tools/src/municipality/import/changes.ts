import { isDeepStrictEqual } from 'node:util'
import { administrations, roles, units } from '@brobygger/domain/codes'
import {
  isEmployed,
  isOpen,
  type Institution,
  type Municipality,
  type StaffMember,
} from '@brobygger/domain/organisation'
import { institutionKinds, type Cluster } from './tables.js'

/** A field that is another from now on, in words. */
export interface FieldChange {
  readonly field: string
  readonly from: string
  readonly to: string
}

/** What becomes of a list. */
export interface ListChanges {
  readonly added: readonly { readonly id: string; readonly name: string }[]
  readonly changed: readonly {
    readonly id: string
    readonly name: string
    readonly fields: readonly FieldChange[]
  }[]
  /** Who is not there any more: `stays` closed because something names them, or is removed. */
  readonly gone: readonly { readonly id: string; readonly name: string; readonly stays: boolean }[]
}

export type Changes = Readonly<Record<'institutions' | 'clusters' | 'staff', ListChanges>>

/** What would be another, entry by entry and field by field. */
export function changesBetween(before: Municipality, after: Municipality): Changes {
  return {
    institutions: listChanges(before.institutions, after.institutions, isOpen, wordsOfInstitution),
    clusters: listChanges(before.clusters, after.clusters, () => true, wordsOfCluster),
    staff: listChanges(before.staff, after.staff, isEmployed, wordsOfMember),
  }
}

/** Whether nothing would. */
export const isNothing = (changes: Changes): boolean =>
  Object.values(changes).every(
    ({ added, changed, gone }) => added.length + changed.length + gone.length === 0,
  )

type Words = Readonly<Record<string, string>>

function listChanges<T extends { id: string; name: string }>(
  before: readonly T[],
  after: readonly T[],
  isThere: (entry: T) => boolean,
  wordsOf: (entry: T) => Words,
): ListChanges {
  const now = new Map(after.map(entry => [entry.id, entry]))
  const known = new Map(before.map(entry => [entry.id, entry]))
  return {
    added: after.filter(({ id }) => !known.has(id)).map(({ id, name }) => ({ id, name })),
    changed: before.flatMap(entry => {
      const then = now.get(entry.id)
      if (then === undefined || !isThere(then) || isDeepStrictEqual(entry, then)) return []
      return [{ id: entry.id, name: entry.name, fields: fieldChanges(wordsOf(entry), wordsOf(then)) }]
    }),
    gone: before.filter(isThere).flatMap(({ id, name }) => {
      const then = now.get(id)
      return then !== undefined && isThere(then) ? [] : [{ id, name, stays: then !== undefined }]
    }),
  }
}

const fieldChanges = (from: Words, to: Words): FieldChange[] =>
  Object.keys(from).flatMap(field => {
    const [was = '', is = ''] = [from[field], to[field]]
    return was === is ? [] : [{ field, from: was, to: is }]
  })

const wordsOfInstitution = ({ closedOn, ...one }: Institution): Words => ({
  navn: one.name,
  type: institutionKinds.labels[one.kind].da,
  distrikt: one.district,
  klynge: one.cluster,
  leder: one.leader,
  socialrådgiver: one.socialWorker,
  lukket: closedOn ?? 'nej',
})

const wordsOfCluster = ({ name, hoursPerMonth }: Cluster): Words => ({
  navn: name,
  'timer pr. måned': String(hoursPerMonth).replace('.', ','),
})

const wordsOfMember = ({ name, affiliations, deputy, leave, leftOn }: StaffMember): Words => ({
  navn: name,
  arbejdssted: affiliations
    .map(({ administration, unit, role, institution }) =>
      [
        roles.labels[role].da,
        units.labels[unit].da,
        administrations.labels[administration].da,
        ...(institution === undefined ? [] : [institution]),
      ].join(', '),
    )
    .join(' og '),
  stedfortræder: deputy ?? 'ingen',
  orlov: leave === undefined ? 'ingen' : `${leave.from} til ${leave.to}`,
  fratrådt: leftOn ?? 'nej',
})
