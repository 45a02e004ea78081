import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Institution } from '@brobygger/domain/organisation'
import { isArbejdsdag } from '@brobygger/domain/policy'
import { takenOnCourses } from './course-kinds.js'
import { categoryCounts, makePlan, type PlannedCase } from './plan.js'
import { copenhagen2012, unpublishedCategories } from './published.js'

const institutions = [
  { id: '101001', kind: 'kindergarten' },
  { id: '101003', kind: 'nursery' },
  { id: '102001', kind: 'school' },
].map(place => ({
  ...place,
  name: place.id,
  district: 'd',
  cluster: 'c',
  leader: 'nl',
  socialWorker: 'sw',
})) as Institution[]

const share = (plan: readonly PlannedCase[], which: (planned: PlannedCase) => boolean) =>
  plan.filter(which).length / plan.length
const isTakenOn = ({ course }: PlannedCase) => course in takenOnCourses

let plan: PlannedCase[]
beforeAll(() => {
  plan = makePlan(institutions)
})

describe('makePlan', () => {
  it('plays 334 enquiries, of which 226 are taken on', () => {
    expect(plan).toHaveLength(334)
    expect(plan.filter(isTakenOn)).toHaveLength(226)
  })

  it('has every published share, rounded to whole per cent', () => {
    for (const [category, published] of Object.entries(copenhagen2012.shares)) {
      expect(Math.round(100 * share(plan, planned => planned.category === category))).toBe(published)
    }
  })

  it('spreads the 26 % that were not published over the other categories alone', () => {
    const rest: readonly string[] = unpublishedCategories
    expect(Math.round(100 * share(plan, ({ category }) => rest.includes(category)))).toBe(26)
    const counts = unpublishedCategories.map(category => categoryCounts()[category])
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
  })

  it('sends every concern about violence, and no other, straight to notification', () => {
    for (const { category, course } of plan) expect(category === 'violence').toBe(course === 'notifiedAtOnce')
  })

  it('is the same every time', () => {
    expect(makePlan(institutions)).toEqual(plan)
  })

  it('raises concerns on working days within eight months, in day-care only', () => {
    const days = plan.map(({ raisedOn }) => raisedOn).sort()
    expect(days[0]).toBe('2027-01-04')
    expect(days.at(-1)).toMatch(/^2027-0[89]/)
    expect(days.filter(day => !isArbejdsdag(day, { closedDays: [] }))).toEqual([])
    expect(new Set(plan.map(({ institution }) => institution.kind))).toEqual(
      new Set(['kindergarten', 'nursery']),
    )
  })

  it.each([20, 50, 100])('begins with a fair sample of %d', size => {
    const sample = plan.slice(0, size)
    const near = (which: (planned: PlannedCase) => boolean) =>
      Math.abs(share(sample, which) - share(plan, which)) * size
    expect(near(isTakenOn)).toBeLessThan(4)
    expect(near(({ category }) => category === 'parentalRole')).toBeLessThan(2)
    expect(near(({ category }) => category === 'violence')).toBeLessThan(2)
    expect(near(({ course }) => course === 'familyCarriesOn')).toBeLessThan(2)
  })

  it('says so when no institution can raise a concern', () => {
    expect(() => makePlan([])).toThrow('no day-care institutions')
  })
})
