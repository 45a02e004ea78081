import { describe, expect, it } from '@jest/globals'
import { returnTo } from './return-to.js'

describe('the way back from the login', () => {
  it.each([
    ['/api/me', '/api/me'],
    ['/worklist?view=late', '/worklist?view=late'],
    [undefined, '/api/docs'],
  ])('leads from %s to %s', (asked, path) => {
    expect(returnTo(asked)).toBe(path)
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'evil',
    '',
  ])('never leads away: %j', asked => {
    expect(returnTo(asked)).toBe('/api/docs')
  })
})
