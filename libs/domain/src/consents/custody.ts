import type { CustodyRelation, GiverRole } from '../codes/index.js'
import type { ConsentGiver } from '../messages/consent.js'

/** What the register calls whoever gives consent; a co-parent is registered as either. */
const registeredAs: Readonly<Record<GiverRole, readonly CustodyRelation[]>> = {
  mother: ['mother'],
  father: ['father'],
  coParent: ['mother', 'father', 'other'],
  guardian: ['other'],
  representative: ['other'],
  youngPerson: [],
}

/**
 * Whether custody by the register is not what was declared when a consent was asked for: somebody has it who was not
 * asked, or was asked who has not. Where the register tells of nobody, or nobody was asked as a holder, nothing differs.
 */
export function custodyDiffers(args: {
  declared: readonly ConsentGiver[]
  registered: readonly CustodyRelation[]
}): boolean {
  const declared = args.declared.filter(
    ({ giver, custody }) => custody !== 'ownMatters' && registeredAs[giver].length > 0,
  )
  if (declared.length === 0 || args.registered.length === 0) return false
  const left = [...args.registered]
  // Whoever can be registered in one way only comes first.
  const exact = [...declared].sort((a, b) => registeredAs[a.giver].length - registeredAs[b.giver].length)
  for (const { giver } of exact) {
    const found = left.findIndex(relation => registeredAs[giver].includes(relation))
    if (found < 0) return true
    left.splice(found, 1)
  }
  return left.length > 0
}
