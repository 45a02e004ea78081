import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'

const root = new URL('../../', import.meta.url)
const text = (file: string) => readFileSync(new URL(file, root), 'utf8')
const page = text('docs/security.md')
/** Numbers of the items of levels 1 and 2 of OWASP ASVS 5.0.0. */
const items = JSON.parse(text('tools/src/asvs-items.json')) as string[]

const rows = [...page.matchAll(/^\| (\d+\.\d+\.\d+) +\| .+? +\| (.+?) +\|$/gm)].map(([, item, shown]) => ({
  item: `V${item ?? ''}`,
  shown: shown ?? '',
}))
const notApplying = [...page.matchAll(/^Do not apply: (.+)$/gm)].flatMap(([, list]) =>
  [...(list ?? '').matchAll(/\d+\.\d+\.\d+/g)].map(([item]) => `V${item}`),
)
const tests = rows.flatMap(({ item, shown }) =>
  [...shown.matchAll(/`([^`]+\.test\.ts)`(?: › ([^<]+))?/g)].map(([, file, name]) => ({ item, file, name })),
)

describe('docs/security.md', () => {
  it('answers every item of the standard once', () => {
    expect([...rows.map(({ item }) => item), ...notApplying].sort()).toEqual([...items].sort())
  })

  it('names for each item a test, a place, or that it is not met', () => {
    const bare = rows.filter(
      ({ shown }) => !/\.test\.ts`|\*\*not met\*\*|^the table above$|^`npm run/.test(shown),
    )
    expect(bare).toEqual([])
  })

  it('names tests that are there', () => {
    expect(tests.length).toBeGreaterThan(100)
    const missing = tests.filter(
      ({ file = '', name }) =>
        !existsSync(new URL(file, root)) || (name !== undefined && !text(file).includes(name.trim())),
    )
    expect(missing).toEqual([])
  })

  it('counts what it says', () => {
    const open = rows.filter(({ shown }) => shown.startsWith('**not met**')).length
    expect(page).toContain(`${String(notApplying.length)} do not apply`)
    expect(page).toContain(`${String(open)} are **not met**`)
  })
})
