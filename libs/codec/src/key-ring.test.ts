import { inspect } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import { newKeyVersion } from './key-file.js'
import { KeyMissing, KeyRing } from './key-ring.js'

const old = newKeyVersion()
const recent = newKeyVersion()
const transit = newKeyVersion()
const back = newKeyVersion()
const other = newKeyVersion()
const master = newKeyVersion()
const ring = KeyRing.of({
  format: 1,
  keys: {
    master: [master],
    'administration:children-and-youth': [old, recent],
    'administration:social-services': [other],
    'transit:referral:children-and-youth': [transit],
    'transit:referral:social-services': [back],
    'transit:statement:social-services': [newKeyVersion()],
  },
})

describe('key ring', () => {
  it('encrypts with the newest version and decrypts with all', () => {
    expect(ring.newest('administration:children-and-youth').id).toBe(recent.id)
    expect(ring.byId(old.id)?.purpose).toBe('administration:children-and-youth')
    expect(ring.byId(recent.id)?.purpose).toBe('administration:children-and-youth')
  })

  it('names the purpose that it has no key for', () => {
    expect(() => ring.newest('administration:health')).toThrow(KeyMissing)
    expect(() => ring.newest('administration:health')).toThrow('administration:health')
  })

  it('restricted to an administration, holds its own key and both directions of its contracts, nothing else', () => {
    const restricted = ring.forAdministration('children-and-youth', ['referral'])
    expect(restricted.newest('administration:children-and-youth').id).toBe(recent.id)
    expect(restricted.byId(old.id)).toBeDefined()
    expect(restricted.byId(transit.id)).toBeDefined()
    expect(restricted.byId(back.id)).toBeDefined()
    expect(restricted.byId(other.id)).toBeUndefined()
    expect(restricted.byId(master.id)).toBeUndefined()
    expect(() => restricted.newest('transit:statement:social-services')).toThrow(KeyMissing)
  })

  it('does not print its keys', () => {
    const shown = inspect(ring, { depth: 10 }) + JSON.stringify(ring)
    expect(shown).not.toContain(recent.secret)
    expect(shown).not.toContain(Buffer.from(recent.secret, 'base64').toString('hex'))
  })
})
