import type { Institution, StaffMember } from './municipality.js'

/** Whether somebody on the staff list still works here. */
export const isEmployed = ({ leftOn }: Pick<StaffMember, 'leftOn'>): boolean => leftOn === undefined

/** Whether an institution on the list is open. */
export const isOpen = ({ closedOn }: Pick<Institution, 'closedOn'>): boolean => closedOn === undefined
