import type { Label } from '../codes/index.js'

/** What a local rule rests on where no law is its basis. `Rule.basis` holds the Danish words. */
const localBases = {
  agreement: { da: 'aftale mellem forvaltningerne', en: 'agreement between the administrations' },
  serviceGoal: { da: 'foreslået servicemål', en: 'proposed service goal' },
  agreedDate: { da: 'aftale med familie eller medarbejder', en: 'agreed with family or staff' },
  copenhagen2012: { da: 'Københavns evaluering 2012', en: 'Copenhagen evaluation 2012' },
  survey2019: { da: 'DS-undersøgelse 2019', en: 'DS survey 2019' },
} as const satisfies Record<string, Label>

export const agreement = localBases.agreement.da
export const serviceGoal = localBases.serviceGoal.da
export const agreedDateBasis = localBases.agreedDate.da
export const copenhagen2012 = localBases.copenhagen2012.da
export const survey2019 = localBases.survey2019.da

/** The basis in both languages. Danish law keeps its Danish name in English text, as law is cited. */
export function basisLabel(basis: string): Label {
  return Object.values(localBases).find(label => label.da === basis) ?? { da: basis, en: basis }
}
