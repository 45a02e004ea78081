import { z } from 'zod'
import { personId } from '../forms/index.js'
import type { Municipality } from './municipality.js'
import { isOpen } from './still-there.js'

/** Who holds which part in a case. Tasks of a role go to the person named here, else to the unit's queue. */
export const people = z.object({
  raiser: personId.nullable(),
  institutionLeader: personId.nullable(),
  socialWorker: personId,
  teamLeader: personId,
  nextManager: personId,
  familyGroupLeader: personId,
  familyCaseworker: personId.nullable(),
  /** The family house has a part in some cases only; people written down before it had one have none there. */
  familyHouseLeader: personId.nullable().default(null),
  familyHouseTherapist: personId.nullable().default(null),
})
export type People = z.infer<typeof people>

/** The parts that every process has; whoever else has one is named beside them. */
type Held = Pick<People, 'socialWorker' | 'teamLeader' | 'nextManager' | 'familyGroupLeader'> &
  Partial<People>

/** The people of a process: those who hold a part, and nobody in the others. */
export function peopleWith(held: Held): People {
  return {
    raiser: null,
    institutionLeader: null,
    familyCaseworker: null,
    familyHouseLeader: null,
    familyHouseTherapist: null,
    ...held,
  }
}

/** The person who stands in on a date: the deputy while somebody is on leave, otherwise themselves. */
export function standIn(args: { municipality: Municipality; person: string; on: string }): string {
  const member = args.municipality.staff.find(staff => staff.id === args.person)
  const leave = member?.leave
  const away = leave !== undefined && leave.from <= args.on && args.on <= leave.to
  return away && member?.deputy !== undefined ? member.deputy : args.person
}

/**
 * The people of a new case from the institution it is about. A parent's concern names no institution leader,
 * because the institution must see nothing of it.
 * Returns null when the institution is unknown, or closed.
 */
export function peopleOf(args: {
  municipality: Municipality
  institution: string
  raiser: string | null
  raisedByParent: boolean
  on: string
}): People | null {
  const { municipality, on } = args
  const institution = municipality.institutions.find(entry => entry.id === args.institution && isOpen(entry))
  if (institution === undefined) return null
  const present = (person: string) => standIn({ municipality, person, on })
  return peopleWith({
    raiser: args.raiser,
    institutionLeader: args.raisedByParent ? null : present(institution.leader),
    socialWorker: present(institution.socialWorker),
    teamLeader: present(municipality.leaders.teamLeader),
    nextManager: municipality.leaders.nextManager,
    familyGroupLeader: municipality.leaders.familyGroupLeader,
    familyHouseLeader: municipality.leaders.familyHouseLeader,
  })
}
