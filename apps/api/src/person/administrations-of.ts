import { administrations, type Administration } from '@brobygger/domain/codes'
import type { Person } from './caller.js'

/** The administrations a member of staff works in: in their name the vault is read. */
export function administrationsOf({ affiliations }: Pick<Person, 'affiliations'>): readonly Administration[] {
  return administrations.codes.filter(code =>
    affiliations.some(({ administration }) => administration === code),
  )
}
