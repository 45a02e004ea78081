import { describe, expect, it } from '@jest/globals'
import { matchesType, mediaTypes } from './matches-type.js'

const files = {
  'application/pdf': Buffer.from('%PDF-1.7\n'),
  'image/jpeg': Buffer.from('ffd8ffe000104a464946', 'hex'),
  'image/png': Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
  'text/plain': Buffer.from('Barnet er træt.'),
} as const

describe('a file', () => {
  it.each(mediaTypes)('is taken as %s only when it is one', type => {
    for (const [kind, bytes] of Object.entries(files)) {
      // A PDF's first line is text as well, and no browser runs it as anything else.
      const both = type === 'text/plain' && kind === 'application/pdf'
      expect(matchesType(bytes, type)).toBe(kind === type || both)
    }
  })

  it('is no text when it holds bytes of another kind', () => {
    expect(matchesType(Buffer.from([0x4d, 0x5a, 0x90, 0x00]), 'text/plain')).toBe(false)
    expect(matchesType(Buffer.from('a\0b'), 'text/plain')).toBe(false)
  })
})
