import { describe, expect, it } from '@jest/globals'
import { ageBands, categories } from '@brobygger/domain/codes'
import type { ConcernInput } from '@brobygger/domain/messages'
import { summaryOf } from './summary-of.js'

const concern = {
  caseId: 'k7qm4d2x',
  practice: null,
  ageBand: '3-5',
  mainCategory: 'parentalRole',
  otherCategories: [],
  severity: 'less',
  institution: '101001',
  acute: false,
} as unknown as ConcernInput

describe("a concern's summary in Temporal UI", () => {
  it('says age and category by their labels', () => {
    expect(summaryOf(concern).staticSummary).toBe('Bekymring, 3–5 år, forældrerollen')
  })

  it('fits the 200 bytes that the engine allows, for every code', () => {
    const sizes = ageBands.codes.flatMap(ageBand =>
      categories.codes.map(mainCategory =>
        Buffer.byteLength(summaryOf({ ...concern, ageBand, mainCategory }).staticSummary),
      ),
    )
    expect(Math.max(...sizes)).toBeLessThanOrEqual(200)
  })
})
