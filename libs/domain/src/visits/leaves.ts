import type { Municipality } from '../organisation/municipality.js'

/** Somebody is away, and a deputy has their work; local dates, both included. */
export interface Leave {
  readonly person: string
  readonly deputy: string
  readonly from: string
  readonly to: string
}

/** The leave of a person that overlaps a time, if a deputy stands in for it. */
export function leaveOf(args: {
  municipality: Pick<Municipality, 'staff'>
  person: string
  from: string
  to: string
}): Leave | null {
  const { municipality, person, from, to } = args
  const member = municipality.staff.find(({ id }) => id === person)
  if (member?.leave === undefined || member.deputy === undefined) return null
  const { leave, deputy } = member
  return leave.from <= to && from <= leave.to ? { person, deputy, ...leave } : null
}
