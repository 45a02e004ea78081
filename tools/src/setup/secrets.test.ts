import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { alwaysRunning } from '@brobygger/domain/codes'
import { describe, expect, it } from '@jest/globals'
import { withFolder } from '../testing.js'
import { everyLoginRole } from './every-login-role.js'
import { ensureSecrets } from './secrets.js'

describe('ensureSecrets', () => {
  it('makes long passwords, all different, that only the owner can read', () =>
    withFolder(async folder => {
      const { postgres, roles } = await ensureSecrets(folder, alwaysRunning)
      const all = [postgres, ...Object.values(roles)]
      expect(new Set(all).size).toBe(1 + everyLoginRole(alwaysRunning).length)
      expect(Math.min(...all.map(password => password.length))).toBeGreaterThanOrEqual(32)
      expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600)
    }))

  it('gives the same passwords at the next start', () =>
    withFolder(async folder => {
      expect(await ensureSecrets(folder, alwaysRunning)).toEqual(await ensureSecrets(folder, alwaysRunning))
    }))
})
