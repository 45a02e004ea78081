import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { alwaysRunning } from '@brobygger/domain/codes'
import { describe, expect, it } from '@jest/globals'
import { clearData } from './clear-data.js'
import { claimDataFolder } from './data-folder.js'
import { ensureSecrets } from './setup/secrets.js'
import { withFolder } from './testing.js'

describe('clearData', () => {
  it('empties a folder that this program made', () =>
    withFolder(async folder => {
      await ensureSecrets(folder, alwaysRunning)
      await mkdir(join(folder, 'postgres'))
      await clearData(folder)
      expect(await readdir(folder)).toEqual([])
    }))

  it('leaves somebody else’s folder alone', () =>
    withFolder(async folder => {
      await writeFile(join(folder, 'thesis.txt'), 'years of work')
      await expect(clearData(folder)).rejects.toThrow('was not made by Brobygger')
      expect(await readdir(folder)).toEqual(['thesis.txt'])
    }))

  it('refuses while a system runs on the folder, and says where', () =>
    withFolder(async folder => {
      await ensureSecrets(folder, alwaysRunning)
      const release = await claimDataFolder(folder, 'http://127.0.0.1:3000')
      await expect(clearData(folder)).rejects.toThrow('already runs on')
      await expect(clearData(folder)).rejects.toThrow('http://127.0.0.1:3000')
      await release()
    }))
})
