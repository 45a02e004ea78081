import { categories, closureCodes, triageOutcomes, type Category, type Label } from '@brobygger/domain/codes'
import type { CountedCase } from './count.js'
import { copenhagen2012, publishedShare, unpublishedCategories } from './published.js'

const TITLE_WIDTH = 46
const COLUMN_WIDTH = 17

/** The mid-term table: what was published of 2012 beside what the event log of the demo's cases gives. */
export function midTermTable(cases: readonly CountedCase[]): string {
  const takenOn = cases.filter(isTakenOn)
  const { enquiries, months, shares } = copenhagen2012
  const published = Object.keys(shares) as Category[]
  const rest: readonly string[] = unpublishedCategories
  const publishedSum = Object.values(shares).reduce((sum, share) => sum + share, 0)
  const ofAll = (which: (counted: CountedCase) => boolean) => amount(cases.filter(which).length, cases.length)
  const ofTakenOn = (which: (counted: CountedCase) => boolean) =>
    amount(takenOn.filter(which).length, takenOn.length)

  return [
    row('', 'published 2012', 'event log'),
    row(`Enquiries in ${months} months`, String(enquiries), String(cases.length)),
    row('Taken on', amount(copenhagen2012.takenOn, enquiries), ofAll(isTakenOn)),
    '',
    'What the enquiries were about',
    ...published.map(category =>
      row(
        `  ${categories.labels[category].en}`,
        `${publishedShare(category) ?? 0} %`,
        ofAll(counted => counted.category === category),
      ),
    ),
    row(
      '  not published',
      `${100 - publishedSum} %`,
      ofAll(({ category }) => rest.includes(category)),
    ),
    '',
    'Not taken on',
    ...lines(cases, triageOutcomes.labels, ({ triage }) => (triage === 'takenOn' ? null : triage), ofAll),
    row(
      '  Notified at once, without triage',
      NOT_PUBLISHED,
      ofAll(({ triage, notified }) => triage === null && notified),
    ),
    '',
    'How the courses that were taken on ended',
    ...lines(takenOn, closureCodes.labels, ({ closure }) => closure, ofTakenOn),
    row(
      '  still open',
      NOT_PUBLISHED,
      ofTakenOn(({ closure }) => closure === null),
    ),
    '',
    'On the way',
    row(
      '  Referred with consent, and accepted',
      NOT_PUBLISHED,
      ofAll(({ referred }) => referred),
    ),
    row(
      '  Notified, at once or later',
      NOT_PUBLISHED,
      ofAll(({ notified }) => notified),
    ),
  ].join('\n')
}

/** What belongs to other evaluations, or was published without saying to which. It stays out of the table. */
export function apart(cases: readonly CountedCase[]): string {
  const takenOn = cases.filter(isTakenOn)
  const good = takenOn.filter(({ closure }) => closure === 'noConcern' || closure === 'familyAndInstitution')
  return [
    'Apart from the table',
    '  Three quarters of courses end because no concern remains, or family and institution carry on. The source',
    `  does not say which evaluation counted it, so it has no column; here it is ${amount(good.length, takenOn.length)} of those taken on.`,
    '  Help reached children 4 months earlier: a comparison with children outside, which a demo cannot count.',
    '  KL 2014 is an evaluation of its own. Its figures are not mixed with those of Copenhagen, and none of them',
    '  is part of this demo.',
  ].join('\n')
}

const NOT_PUBLISHED = '–'

const isTakenOn = ({ triage }: CountedCase): boolean => triage === 'takenOn'

/** One line for each code that some case has, in the order of the code list. */
function lines(
  cases: readonly CountedCase[],
  labels: Readonly<Record<string, Label>>,
  codeOf: (counted: CountedCase) => string | null,
  share: (which: (counted: CountedCase) => boolean) => string,
): string[] {
  return Object.entries(labels)
    .filter(([code]) => cases.some(counted => codeOf(counted) === code))
    .map(([code, { en }]) =>
      row(
        `  ${en}`,
        NOT_PUBLISHED,
        share(counted => codeOf(counted) === code),
      ),
    )
}

function amount(count: number, of: number): string {
  return of === 0 ? '0' : `${count} (${Math.round((100 * count) / of)} %)`
}

function row(title: string, published: string, counted: string): string {
  return `${title.padEnd(TITLE_WIDTH)}${published.padStart(COLUMN_WIDTH)}${counted.padStart(COLUMN_WIDTH)}`
}
