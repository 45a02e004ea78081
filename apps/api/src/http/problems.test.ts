import { describe, expect, it } from '@jest/globals'
import { problemCodes, problems } from './problems.js'

describe('the table of problems', () => {
  it('spells every code in lower case with hyphens', () => {
    expect(problemCodes.filter(code => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([])
  })

  it('gives every problem an error status, and Danish and English words', () => {
    for (const code of problemCodes) {
      const { status, title, detail } = problems[code]
      expect(status).toBeGreaterThanOrEqual(400)
      expect([title.da, title.en, detail.da, detail.en].filter(text => text.length < 5)).toEqual([])
    }
  })
})
