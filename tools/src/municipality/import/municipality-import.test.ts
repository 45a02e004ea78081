import { execFile } from 'node:child_process'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { withFolder } from '../../testing.js'

const command = fileURLToPath(new URL('../../../dist/municipality-import.js', import.meta.url))
const config = fileURLToPath(new URL('../../../../config', import.meta.url))
const tables = ['institutions', 'clusters', 'staff'] as const

/** Runs the command on a data folder where nothing runs, and gives what it printed and ended with. */
const run = (folder: string, ...args: string[]) =>
  new Promise<{ code: number; out: string; said: string }>(resolve => {
    const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: '' }
    execFile(process.execPath, [command, ...args], { env }, (error, out, said) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, said })
    })
  })

describe('npm run municipality:import', () => {
  it('changes nothing by the demo’s own tables, and writes nothing without being told to', () =>
    withFolder(async folder => {
      const file = join(folder, 'municipality.json')
      await copyFile(join(config, 'municipality.json'), file)
      const before = await readFile(file, 'utf8')
      const own = tables.flatMap(name => [`--${name}`, join(config, 'csv', `${name}.csv`)])
      expect(await run(folder, '--file', file, ...own, '--write')).toMatchObject({
        code: 0,
        out: 'Intet ændres.\n',
      })
      await run(folder, '--file', file, '--export', folder)
      const clusters = join(folder, 'clusters.csv')
      await writeFile(clusters, (await readFile(clusters, 'utf8')).replace('Klynge Sund', 'Klynge Sundet'))
      const dry = await run(folder, '--file', file, '--clusters', clusters)
      expect(dry.out).toContain('  ~ sund Klynge Sund: navn "Klynge Sund" → "Klynge Sundet"')
      expect(await readFile(file, 'utf8')).toBe(before)
      const written = await run(folder, '--file', file, '--clusters', clusters, '--write')
      expect([written.code, written.out]).toEqual([0, expect.stringContaining('Skrevet i kommunens fil.')])
      expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
        ...(JSON.parse(before) as object),
        clusters: expect.arrayContaining([expect.objectContaining({ name: 'Klynge Sundet' })]) as unknown,
      })
    }))

  it('ends with 1 and writes nothing where a line is wrong', () =>
    withFolder(async folder => {
      const file = join(folder, 'municipality.json')
      await copyFile(join(config, 'municipality.json'), file)
      const clusters = join(folder, 'clusters.csv')
      await writeFile(clusters, 'id;navn;timer pr. måned\nsund;Sund;\n')
      const { code, out, said } = await run(folder, '--file', file, '--clusters', clusters, '--write')
      expect([code, out]).toEqual([1, ''])
      expect(said.split('\n')).toEqual([
        'clusters.csv, linje 2, kolonne "timer pr. måned": cellen er tom. Udfyld den.',
        'Intet er skrevet.',
        '',
      ])
      expect(await readFile(file, 'utf8')).toBe(await readFile(join(config, 'municipality.json'), 'utf8'))
    }))
})
