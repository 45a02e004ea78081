import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { withFolder } from '../testing.js'

const command = fileURLToPath(new URL('../../dist/municipality-check.js', import.meta.url))
const demo = fileURLToPath(new URL('../../../config/municipality.json', import.meta.url))

/** Runs the command, and gives what it printed and ended with. */
const check = (file: string) =>
  new Promise<{ code: number; out: string; said: string }>(resolve => {
    execFile(process.execPath, [command, file], (error, out, said) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, said })
    })
  })

describe('npm run municipality:check', () => {
  it('says what a file sets up', async () => {
    const { code, out } = await check(demo)
    expect(code).toBe(0)
    for (const part of [
      'Social services (Socialforvaltningen) runs',
      'leaders     fl-ida, hl-olga',
      'Do not run: Health (health), Employment (employment)',
      'Institutions: 30 in 10 clusters',
      '2026-12-24',
      'Amounts of its own: none',
      'bro_eraser_social_services',
    ])
      expect(out).toContain(part)
  })

  it('says field by field what is wrong, and ends with 1', () =>
    withFolder(async folder => {
      const file = join(folder, 'wrong.json')
      const content = JSON.parse(await readFile(demo, 'utf8')) as object
      await writeFile(file, JSON.stringify({ ...content, dutyOfficer: 'nobody', localAmounts: { none: 1 } }))
      const wrong = await check(file)
      expect([wrong.code, wrong.out]).toEqual([1, ''])
      expect(wrong.said.trim().split('\n')).toEqual([
        `${file} does not describe a municipality:`,
        '  dutyOfficer: nobody is not on the staff list',
        '  localAmounts.none: is no rule',
      ])
      await writeFile(file, JSON.stringify({ ...content, closedDays: ['2027-02-30'] }))
      expect((await check(file)).said).toContain('  closedDays[0]: Invalid ISO date')
      expect((await check(join(folder, 'none.json'))).code).toBe(1)
    }))
})
