import { describe, expect, it } from '@jest/globals'
import { Problem } from '../http/problem.js'
import { newSecret } from './cookies.js'
import { checkForgery, csrfTokenOf } from './csrf.js'

const sessionSecret = newSecret()
const ownOrigin = 'https://brobygger.example'
const token = csrfTokenOf(sessionSecret)
const check = (method: string, headers: Record<string, string>) => () =>
  checkForgery({ method, headers }, { sessionSecret, ownOrigin })

describe('a request that a browser sends with a session', () => {
  it.each([
    ['with our origin', { origin: ownOrigin }],
    ['from the same origin, as the browser says', { 'sec-fetch-site': 'same-origin' }],
    ['with both', { origin: ownOrigin, 'sec-fetch-site': 'same-origin' }],
  ])('may change something %s and the token', (_, headers) => {
    expect(check('POST', { ...headers, 'x-brobygger-csrf': token })).not.toThrow()
  })

  it.each<[string, Record<string, string>]>([
    ['another origin', { origin: 'https://evil.example' }],
    ['our name as another host', { origin: 'https://brobygger.example.evil.example' }],
    ['our host without TLS', { origin: 'http://brobygger.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['another site, as the browser says', { origin: ownOrigin, 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring host', { origin: ownOrigin, 'sec-fetch-site': 'same-site' }],
    ['nobody knows where', {}],
  ])('changes nothing from %s, even with the token', (_, headers) => {
    expect(check('POST', { ...headers, 'x-brobygger-csrf': token })).toThrow(new Problem('origin-refused'))
  })

  it.each<[string, Record<string, string>]>([
    ['without the token', {}],
    ['with the token of another session', { 'x-brobygger-csrf': csrfTokenOf(newSecret()) }],
    ['with a shortened token', { 'x-brobygger-csrf': token.slice(1) }],
  ])('changes nothing %s', (_, headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect(check(method, { origin: ownOrigin, ...headers })).toThrow(new Problem('csrf-refused'))
    }
  })

  it('may read without either', () => {
    expect(check('GET', {})).not.toThrow()
  })
})
