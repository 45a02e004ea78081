import type { InformationKind } from '../codes/index.js'
import type { ConsentGiver } from '../messages/consent.js'

/** What can be a parent's own matter; everything else is the child's, and its custody holders decide. */
const ownMatters: readonly InformationKind[] = ['familySituation', 'health', 'earlierSupport']

/** Why those who are asked cannot give the consent. */
export type GiversFault = 'giver-twice' | 'other-holder-missing' | 'custody-unclear' | 'holder-missing'

/**
 * Whether those who are asked can give consent to these kinds: both holders of joint custody for what is the child's,
 * each parent alone for their own matters, a representative for a young person without parents here.
 * Source: forældreansvarsloven §§ 2-3; a consent covers what its giver decides on. Null when they can.
 */
export function faultOfGivers(args: {
  givers: readonly ConsentGiver[]
  kinds: readonly InformationKind[]
}): GiversFault | null {
  const { givers, kinds } = args
  const of = (custody: ConsentGiver['custody']) => givers.filter(giver => giver.custody === custody)
  if (new Set(givers.map(({ giver }) => giver)).size < givers.length) return 'giver-twice'
  if (of('sole').length > 1 || (of('sole').length === 1 && of('joint').length > 0)) return 'custody-unclear'
  if (of('joint').length === 1) return 'other-holder-missing'
  const decided = givers.some(({ custody }) => custody !== 'ownMatters')
  return !decided && kinds.some(kind => !ownMatters.includes(kind)) ? 'holder-missing' : null
}
