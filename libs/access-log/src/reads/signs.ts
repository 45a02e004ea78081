import { accessSigns, type AccessSign } from '@brobygger/domain/codes'

/** From how many cases within an hour, each opened by itself, somebody looks at many. */
export const MANY_CASES = 20

interface Sign {
  /** How much more often such a line is drawn than one without any sign, which weighs 1. */
  readonly weight: number
  /** Condition over the columns of a line, and `busy`. */
  readonly when: string
}

/** What deserves a leader's look, and how much. Local practice: no rule of law says which look-ups to sample. */
export const signs: Readonly<Record<AccessSign, Sign>> = {
  breakGlass: { weight: 20, when: `basis = 'breakGlass' or action = 'breakGlass'` },
  withoutConsent: {
    weight: 10,
    when: `basis in ('duty', 'statutory', 'override') or action ilike '%override%'`,
  },
  manyCases: { weight: 8, when: 'busy' },
  noPart: { weight: 6, when: `basis in ('administration', 'colleague', 'neighbour') and cases <> '{}'` },
  search: { weight: 6, when: `action ilike 'search%'` },
  statedReason: { weight: 4, when: `basis = 'statedReason'` },
  refused: {
    weight: 4,
    when: `refusal in ('access-denied', 'case-restricted', 'conflict-of-interest', 'case-unknown')`,
  },
}

/** SQL of the list of a line's signs. */
export const SIGNS_OF_LINE = `array_remove(array[${accessSigns.codes
  .map(code => `case when ${signs[code].when} then '${code}' end`)
  .join(', ')}]::text[], null)`

/** SQL of a line's weight. */
export const WEIGHT_OF_LINE = `1 + ${accessSigns.codes
  .map(code => `case when ${signs[code].when} then ${signs[code].weight} else 0 end`)
  .join(' + ')}`
