import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { repositoryFolder } from '@brobygger/config'
import { describe, expect, it } from '@jest/globals'
import { Planting } from './support/planting.js'
import { RealCase } from './support/real-case.js'

/** Runs `npm run municipality:import` against the database of the system under test; gives what it printed. */
function importing(...args: string[]): Promise<string> {
  const url = new URL(process.env['BRO_TEST_ADMIN_URL'] ?? '')
  url.pathname = '/brobygger'
  const command = join(repositoryFolder, 'tools', 'dist', 'municipality-import.js')
  const env = { ...process.env, DATABASE_URL: url.href }
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [command, ...args], { env }, (error, out, said) => {
      if (error === null) resolve(out)
      else reject(new Error(said))
    })
  })
}

describe('tables that leave an institution out', () => {
  it('close it while a child’s case runs there, and name the work of whoever left with it', async () => {
    await RealCase.raise(new Planting(), {})
    const folder = await mkdtemp(join(tmpdir(), 'tables-'))
    try {
      for (const name of ['institutions.csv', 'staff.csv']) {
        const table = await readFile(join(repositoryFolder, 'config', 'csv', name), 'utf8')
        const kept = table.split('\r\n').filter(line => !/^(101001|nl-101001|r-101001);/.test(line))
        await writeFile(join(folder, name), kept.join('\r\n'))
      }
      const [institutions, staff] = [join(folder, 'institutions.csv'), join(folder, 'staff.csv')]
      const report = await importing('--institutions', institutions, '--staff', staff)
      expect(report).toMatch(
        /- 101001 Børnehaven Mariehønen: lukkes; [1-9]\d* igangværende processer nævner den/,
      )
      expect(report).toMatch(/- nl-101001 .*: fratræder; skal overdrages først: .*[1-9]\d* concern/)
      expect(report).toContain('Prøve: der er ikke skrevet noget.')
    } finally {
      await rm(folder, { recursive: true })
    }
  }, 60_000)
})
