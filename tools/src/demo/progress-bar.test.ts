import { describe, expect, it } from '@jest/globals'
import { ProgressBar, progressText } from './progress-bar.js'

function written(isTTY: boolean, ...updates: number[]): string {
  let text = ''
  const bar = new ProgressBar(4, { isTTY, write: (more: string) => ((text += more), true) })
  for (const done of updates) bar.update(done)
  return text
}

describe('progress', () => {
  it('tells what is left from what it took so far', () => {
    expect(progressText({ done: 10, total: 40, took: 21_000 })).toBe('10 of 40, 25 %, 1 min 3 s left')
  })

  it('promises nothing before anything is done', () => {
    expect(progressText({ done: 0, total: 40, took: 5_000 })).toBe('0 of 40, 0 %')
  })

  it('draws one line over and over on a terminal', () => {
    const text = written(true, 1, 2, 4)
    expect(text.match(/\r/g)).toHaveLength(3)
    expect(text.match(/\n/g)).toHaveLength(1)
    expect(text).toContain('[###############...............]')
  })

  it('writes whole lines elsewhere, and not one for every case', () => {
    expect(written(false, 1, 2, 4)).toMatch(/^ {2}4 of 4, 100 %, took \d/)
  })
})
