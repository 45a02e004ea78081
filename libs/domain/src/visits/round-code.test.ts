import { describe, expect, it } from '@jest/globals'
import { caseCode } from '../processes/process-id.js'
import { roundCode } from './round-code.js'

describe('the code of a real round', () => {
  it('is the same for a cluster and quarter however often it is asked for, and has the form of a case code', () => {
    const code = roundCode({ cluster: 'sund', quarter: '2027-Q1' })
    expect(code).toBe(roundCode({ cluster: 'sund', quarter: '2027-Q1' }))
    expect(code).toMatch(new RegExp(`^${caseCode}$`))
  })

  it('is another one for every cluster and quarter', () => {
    const codes = Array.from({ length: 200 }, (_, n) =>
      Array.from({ length: 40 }, (_, q) =>
        roundCode({ cluster: `klynge-${n}`, quarter: `${2026 + Math.floor(q / 4)}-Q${(q % 4) + 1}` }),
      ),
    ).flat()
    expect(new Set(codes).size).toBe(codes.length)
  })
})
