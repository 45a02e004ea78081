import { alwaysRunning } from '@brobygger/domain/codes'
import { describe, expect, it } from '@jest/globals'
import { everyLoginRole } from './every-login-role.js'
import { passwordsIn } from './role-passwords.js'

const roles = everyLoginRole(alwaysRunning)
const urls = roles.map(role => `postgres://${role}:of%2F${role}@db:5432/brobygger`)

describe('passwordsIn', () => {
  it('finds the password of every role', () => {
    expect(passwordsIn(urls, alwaysRunning)).toEqual(
      Object.fromEntries(roles.map(role => [role, `of/${role}`])),
    )
  })

  it('names a role that is missing', () => {
    expect(() => passwordsIn(urls.slice(1), alwaysRunning)).toThrow(
      'ROLE_DATABASE_URLS holds no address with a password for bro_owner',
    )
  })
})
