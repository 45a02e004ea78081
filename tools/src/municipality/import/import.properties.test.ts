import { readFileSync } from 'node:fs'
import { municipality as schema, type Municipality } from '@brobygger/domain/organisation'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isNothing } from './changes.js'
import { csvOf } from './export-csv.js'
import { planImport } from './plan-import.js'
import { readClusters, readInstitutions, readStaff } from './tables.js'

const demo = schema.parse(
  JSON.parse(readFileSync(new URL('../../../../config/municipality.json', import.meta.url), 'utf8')),
)
const nobody = { institutions: new Map(), people: new Map() }

/** Names as people write them, quotation marks, separators and line breaks included. */
const anyName = fc
  .string({ unit: fc.constantFrom('a', 'Æ', 'ø', ' ', ';', ',', '"', '\n', '\r\n', '-', '7') })
  .map(name => `x${name}x`)
const anyMunicipality: fc.Arbitrary<Municipality> = fc
  .record({
    names: fc.array(anyName, { minLength: 8, maxLength: 8 }),
    hours: fc.integer({ min: 1, max: 400 }).map(n => n / 4),
    deputies: fc.array(fc.integer({ min: 0, max: demo.staff.length - 1 }), { maxLength: 5 }),
    left: fc.subarray(demo.staff.filter(({ id }) => id.startsWith('r-')).map(({ id }) => id)),
  })
  .map(({ names, hours, deputies, left }) => {
    const nameOf = (n: number) => names[n % names.length] ?? ''
    return schema.parse({
      ...demo,
      clusters: demo.clusters.map((one, n) => ({ ...one, name: nameOf(n), hoursPerMonth: hours + n })),
      institutions: demo.institutions.map((one, n) => ({ ...one, name: nameOf(n) })),
      staff: demo.staff.map((one, n) => ({
        ...one,
        name: nameOf(n),
        ...(deputies.includes(n) ? { deputy: 'sw-anna' } : {}),
        ...(left.includes(one.id) ? { leftOn: '2027-01-31' } : {}),
      })),
    })
  })

interface Lines {
  readonly heading: string
  readonly rows: readonly string[]
}

/** The rows of a table that has no line breaks in its cells. */
function linesOf(table: string): Lines {
  const [heading = '', ...rows] = table.trimEnd().split('\r\n')
  return { heading, rows }
}
const tableOf = ({ heading, rows }: Lines) => [heading, ...rows].join('\r\n')
const file = (name: string, text: string) => ({ file: name, bytes: new TextEncoder().encode(text) })

function read(municipality: Municipality, tables: Readonly<Record<string, string>>) {
  return planImport({
    municipality,
    given: {
      institutions: readInstitutions(file('institutions.csv', tables['institutions.csv'] ?? '')),
      clusters: readClusters(file('clusters.csv', tables['clusters.csv'] ?? '')),
      staff: readStaff(file('staff.csv', tables['staff.csv'] ?? '')),
    },
    named: nobody,
    today: '2027-03-01',
  })
}

describe('the tables of any municipality', () => {
  it('change nothing when they are read in again, whoever has left', () => {
    fc.assert(
      fc.property(anyMunicipality, municipality => {
        const { municipality: after, changes, faults } = read(municipality, csvOf(municipality))
        expect(faults).toEqual([])
        expect(isNothing(changes)).toBe(true)
        expect(after).toEqual(municipality)
      }),
      { numRuns: 30 },
    )
  })

  it('say the same in whatever order their lines stand, and pass the check of the file', () => {
    const tables = Object.entries(csvOf(demo)).map(([name, table]) => [name, linesOf(table)] as const)
    // As into an empty house: everything but the leaders is new.
    const empty = { ...demo, institutions: [], clusters: [], staff: [] }
    const ordered = read(empty, Object.fromEntries(tables.map(([name, lines]) => [name, tableOf(lines)])))
    expect(ordered.faults).toEqual([])
    expect(schema.safeParse(ordered.municipality).success).toBe(true)
    fc.assert(
      fc.property(
        fc.tuple(...tables.map(([, { rows }]) => fc.shuffledSubarray([...rows], { minLength: rows.length }))),
        orders => {
          const shuffled = tables.map(
            ([name, { heading }], n) => [name, tableOf({ heading, rows: orders[n] ?? [] })] as const,
          )
          expect(read(empty, Object.fromEntries(shuffled)).municipality).toEqual(ordered.municipality)
          expect(isNothing(read(demo, Object.fromEntries(shuffled)).changes)).toBe(true)
        },
      ),
      { numRuns: 20 },
    )
  })
})
