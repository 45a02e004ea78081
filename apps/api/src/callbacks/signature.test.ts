import { createHmac } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { isSigned } from './signature.js'

const now = new Date('2027-01-13T08:00:00Z')
const at = (offset = 0) => Math.floor(now.getTime() / 1_000) + offset
const sign = (body: string, seconds = at(), secret = 'secret') =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
const check = (header: unknown, body = '<a/>') => isSigned({ header, body, secret: 'secret', now })

describe('a callback', () => {
  it('is taken from who holds the secret', () => {
    expect(check(sign('<a/>'))).toBe(true)
  })

  it.each([
    ['without a signature', undefined],
    ['with what is none', 'v1=abc'],
    ['with another secret', sign('<a/>', at(), 'other')],
    ['for another content', sign('<b/>')],
    ['that is six minutes old', sign('<a/>', at(-360))],
    ['of the day after tomorrow', sign('<a/>', at(172_800))],
    ['whose moment was changed', sign('<a/>', at(-360)).replace(String(at(-360)), String(at()))],
  ])('is refused %s', (_, header) => {
    expect(check(header)).toBe(false)
  })
})
