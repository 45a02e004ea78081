import { createSecretKey, randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { open, seal } from './sealed-box.js'

const key = createSecretKey(randomBytes(32))
const bytes = fc.uint8Array({ maxLength: 200 })

describe('sealed box', () => {
  it('gives back what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(bytes, fc.string(), (plain, bound) => {
        expect(open(key, seal(key, plain, bound), bound)).toEqual(Buffer.from(plain))
      }),
    )
  })

  it('stays shut under another key or another binding', () => {
    fc.assert(
      fc.property(bytes, fc.string(), fc.string(), (plain, bound, other) => {
        fc.pre(bound !== other)
        const box = seal(key, plain, bound)
        expect(open(key, box, other)).toBeUndefined()
        expect(open(createSecretKey(randomBytes(32)), box, bound)).toBeUndefined()
      }),
    )
  })

  it('stays shut with a shortened tag', () => {
    const box = seal(key, Buffer.from('x'), '')
    expect(open(key, { ...box, tag: box.tag.subarray(0, 4) }, '')).toBeUndefined()
  })

  it('never seals the same content to the same bytes', () => {
    const plain = Buffer.from('the same')
    expect(seal(key, plain, '').ciphertext).not.toEqual(seal(key, plain, '').ciphertext)
  })
})
