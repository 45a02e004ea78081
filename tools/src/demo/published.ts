import type { Category } from '@brobygger/domain/codes'

/**
 * What was published of the Copenhagen mid-term evaluation of 2012: social workers in day-care centres.
 * Shares are of the enquiries, in per cent. They sum to 74; the rest was not published.
 */
export const copenhagen2012 = {
  months: 8,
  enquiries: 334,
  takenOn: 226,
  shares: {
    parentalRole: 32,
    structure: 17,
    lackOfCare: 7,
    complexStrain: 6,
    mentalIllness: 6,
    violence: 6,
  },
} as const satisfies { shares: Partial<Record<Category, number>>; [figure: string]: unknown }

/** Categories whose shares were not published. The plan spreads the rest over them; the table shows one sum. */
export const unpublishedCategories = [
  'misuse',
  'parentalConflict',
  'absenceOrThriving',
  'other',
] as const satisfies readonly Category[]

/** The share of a category in per cent; undefined where it was not published. */
export function publishedShare(category: Category): number | undefined {
  const shares: Partial<Record<Category, number>> = copenhagen2012.shares
  return shares[category]
}
