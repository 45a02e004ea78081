import { giverRole } from '@brobygger/domain/codes'
import { numbersOf, type JsonObject, type Person } from '@brobygger/vault'
import { z } from 'zod'
import type { Letter } from '../../ports/letters.js'

/** How somebody is reached. What is personal in it leaves by the system it is meant for, and is kept nowhere. */
export type Address =
  | { readonly by: 'email'; readonly to: string; readonly who: 'staff' | 'family' }
  | { readonly by: 'digitalPost'; readonly cprNumber: string }
  | { readonly by: 'hand' }

/** Finds out how whoever a letter is for is reached. Throws as the vault does. */
export interface Addresses {
  of(letter: Pick<Letter, 'to' | 'caseId'>): Promise<Address>
}

/** What the addresses are looked up in. */
export interface AddressSources {
  /** Staff have their id, at this domain. */
  readonly staffDomain: string
  /** Who a case is about, from the degree of identity A2 on. */
  readonly personsOf: (caseId: string) => Promise<readonly Person[]>
  /** A contact as a parent gave it. */
  readonly contact: (ref: string, caseId: string) => Promise<JsonObject>
}

/** A contact that is an e-mail address, wherever in the text it stands. */
const email = z.email()

/**
 * Staff get e-mail; an identified person with a CPR number Digital Post; a contact e-mail when it is an address, and
 * everybody else their letter by hand.
 */
export function addressesIn({ staffDomain, personsOf, contact }: AddressSources): Addresses {
  return {
    of: async ({ to, caseId }) => {
      if ('contactRef' in to) {
        const given = Object.values(await contact(to.contactRef, caseId)).find(
          value => email.safeParse(value).success,
        )
        return typeof given === 'string' ? { by: 'email', to: given, who: 'family' } : { by: 'hand' }
      }
      if (to.person !== undefined) return { by: 'email', to: `${to.person}@${staffDomain}`, who: 'staff' }
      if (!giverRole.safeParse(to.role).success) return { by: 'hand' }
      // The young person is the child that the case is about.
      const relation = to.role === 'youngPerson' ? 'child' : to.role
      const person = numbersOf(await personsOf(caseId), relation).at(-1)
      return person === undefined ? { by: 'hand' } : { by: 'digitalPost', cprNumber: person.cprNumber }
    },
  }
}
