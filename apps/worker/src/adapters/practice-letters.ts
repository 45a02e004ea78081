import { giverRole } from '@brobygger/domain/codes'
import type { Letter, Letters } from '../ports/letters.js'
import type { AddressSources } from './letters/addresses.js'
import { practiceId } from './practice-id.js'

/**
 * Letters of practice cases: nothing leaves, and each is delivered the moment it is sent, on the case's own clock. A
 * family whose child has no CPR number gets its letters by hand, as in a real case.
 */
export function practiceLetters({ personsOf }: Pick<AddressSources, 'personsOf'>): Letters {
  const isByHand = async ({ to, caseId }: Letter): Promise<boolean> => {
    if (!('role' in to) || to.person !== undefined || !giverRole.safeParse(to.role).success) return false
    const persons = await personsOf(caseId)
    const numberOf = (role: string) => persons.find(({ relation }) => relation === role)?.facts.cprNumber
    return numberOf('child') === null && typeof numberOf(to.role) !== 'string'
  }
  return {
    send: async letter => {
      const id = practiceId(letter.key)
      if (await isByHand(letter)) return { letterId: `hand-${id}`, status: 'manual' }
      return { letterId: `practice-${id}`, status: 'delivered', deliveredAt: letter.at }
    },
  }
}
