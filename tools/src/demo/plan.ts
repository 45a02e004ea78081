import type { Category } from '@brobygger/domain/codes'
import type { Institution } from '@brobygger/domain/organisation'
import { addDays, addMonths, daysBetween, isArbejdsdag } from '@brobygger/domain/policy'
import { courseCounts, type CourseKind } from './course-kinds.js'
import { fairOrder } from './fair-order.js'
import { copenhagen2012, unpublishedCategories } from './published.js'
import { randomNumbers, shuffled } from './random.js'

/** A case as it will be played. */
export interface PlannedCase {
  readonly course: CourseKind
  readonly category: Category
  readonly severity: 'less' | 'more'
  readonly institution: Institution
  /** Local date of the enquiry, a working day. */
  readonly raisedOn: string
  /** Counselling sessions, where the course does not say how many. */
  readonly sessions: number
}

/** Practice cases have clocks of their own, so the eight months can lie anywhere; these have rules in force. */
const FIRST_DAY = '2027-01-04'
const SEED = 2012

/**
 * The load of the evaluation as 334 cases: always the same ones, in an order of which every beginning is a fair
 * sample of courses and categories.
 *
 * @param institutions those of the municipality; day-care takes part, as it did then
 */
export function makePlan(institutions: readonly Institution[]): PlannedCase[] {
  const random = randomNumbers(SEED)
  const { violence, ...others } = categoryCounts()
  if (violence !== courseCounts.notifiedAtOnce) throw new Error('Every concern about violence is notified')
  const courses = fairOrder(courseCounts, random)
  const categories = fairOrder(others, random)
  const days = shuffled(enquiryDays(courses.length), random)
  const places = shuffled(institutions.filter(isDayCare), random)
  return courses.map((course, n) => ({
    course,
    category: course === 'notifiedAtOnce' ? 'violence' : taken(categories),
    severity: random() < 0.4 ? 'more' : 'less',
    institution: at(places, n),
    raisedOn: at(days, n),
    sessions: 2 + Math.floor(random() * 3),
  }))
}

/** How many of the enquiries are about what. Shares are rounded; what they leave is spread evenly. */
export function categoryCounts(): Record<Category, number> {
  const { enquiries, shares } = copenhagen2012
  const published = Object.entries(shares).map(([category, share]) => [
    category,
    Math.round((enquiries * share) / 100),
  ])
  const counts = Object.fromEntries(published) as Record<Category, number>
  let left = enquiries - Object.values(counts).reduce((sum, count) => sum + count, 0)
  unpublishedCategories.forEach((category, i) => {
    counts[category] = Math.ceil(left / (unpublishedCategories.length - i))
    left -= counts[category]
  })
  return counts
}

/** Working days, evenly over the months of the evaluation. */
function enquiryDays(count: number): string[] {
  const length = daysBetween(FIRST_DAY, addMonths(FIRST_DAY, copenhagen2012.months))
  return Array.from({ length: count }, (_, i) =>
    onWorkingDay(addDays(FIRST_DAY, Math.floor((i * length) / count))),
  )
}

/** The date itself, or the last working day before it. */
function onWorkingDay(date: string): string {
  return isArbejdsdag(date, { closedDays: [] }) ? date : onWorkingDay(addDays(date, -1))
}

function isDayCare({ kind }: Institution): boolean {
  return kind === 'nursery' || kind === 'kindergarten' || kind === 'childminding'
}

function taken<T>(things: T[]): T {
  const first = things.shift()
  if (first === undefined) throw new Error('The plan has more cases than categories')
  return first
}

function at<T>(things: readonly T[], n: number): T {
  const thing = things[n % things.length]
  if (thing === undefined) throw new Error('The municipality has no day-care institutions to raise concerns')
  return thing
}
