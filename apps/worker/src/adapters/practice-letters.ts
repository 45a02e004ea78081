import type { GiverRole } from '@brobygger/domain/codes'
import type { Letter, Letters } from '../ports/letters.js'
import type { AddressSources } from './letters/addresses.js'
import { practiceId } from './practice-id.js'

/** A young person without a CPR number, and whoever represents them, are reached by hand alone. */
const unaccompanied: readonly string[] = ['youngPerson', 'representative'] satisfies GiverRole[]

/**
 * Letters of practice cases: nothing leaves, and each is delivered the moment it is sent, on the case's own clock; but
 * to a young person without a CPR number they go by hand, as in a real case.
 */
export function practiceLetters({ personsOf }: Pick<AddressSources, 'personsOf'>): Letters {
  const isByHand = async ({ to, caseId }: Letter): Promise<boolean> => {
    if (!('role' in to) || !unaccompanied.includes(to.role)) return false
    const child = (await personsOf(caseId)).find(({ relation }) => relation === 'child')
    return child?.facts.cprNumber === null
  }
  return {
    send: async letter => {
      const id = practiceId(letter.key)
      if (await isByHand(letter)) return { letterId: `hand-${id}`, status: 'manual' }
      return { letterId: `practice-${id}`, status: 'delivered', deliveredAt: letter.at }
    },
  }
}
