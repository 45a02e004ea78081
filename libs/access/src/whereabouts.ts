import type { AccessBasis } from '@brobygger/domain/codes'
import type { FileFacts } from './facts.js'

/** On which bases somebody works with the family themselves, and has to be able to find it. */
const bases: readonly AccessBasis[] = ['assigned', 'queue']

/**
 * Whether whoever has this basis needs to know where a family of a protected address is. Leaders who supervise,
 * colleagues with urgent access, other parts of the same case and whoever raised the concern do not: the more people
 * know an address, the likelier it reaches the one it is kept from.
 */
export function worksWithFamily(basis: AccessBasis): boolean {
  return bases.includes(basis)
}

/** Whether somebody of the case has a protected address. */
export function isShielded({ protectedPersons }: Pick<FileFacts, 'protectedPersons'>): boolean {
  return protectedPersons.length > 0
}
