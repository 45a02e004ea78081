import { readFileSync } from 'node:fs'
import { municipality as schema, type Municipality } from '@brobygger/domain/organisation'
import { describe, expect, it } from '@jest/globals'
import { csvOf } from './export-csv.js'
import { faultLine } from './faults.js'
import { planImport, type NamedByRunning } from './plan-import.js'
import { importReport } from './report.js'
import { readClusters, readInstitutions, readStaff } from './tables.js'

const demo = schema.parse(
  JSON.parse(readFileSync(new URL('../../../../config/municipality.json', import.meta.url), 'utf8')),
)
const tables = csvOf(demo)
const today = '2027-03-01'
const nobody: NamedByRunning = { institutions: new Map(), people: new Map() }

type Texts = Partial<Record<'institutions' | 'clusters' | 'staff', string | Uint8Array>>
const given = (texts: Texts) => {
  const file = (name: keyof Texts) => {
    const text = texts[name]
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    return bytes && { file: `${name}.csv`, bytes }
  }
  const [institutions, clusters, staff] = [file('institutions'), file('clusters'), file('staff')]
  return {
    institutions: institutions && readInstitutions(institutions),
    clusters: clusters && readClusters(clusters),
    staff: staff && readStaff(staff),
  }
}
const plan = (texts: Texts, named: NamedByRunning | null = nobody, municipality: Municipality = demo) =>
  planImport({ municipality, given: given(texts), named, today })
const said = (texts: Texts, named: NamedByRunning | null = nobody) => {
  const { changes, faults } = plan(texts, named)
  return faults.length > 0
    ? faults.map(faultLine)
    : importReport({ changes, named, isWritten: false }).split('\n')
}
const without = (table: string, ...starts: string[]) =>
  table
    .split('\r\n')
    .filter(line => !starts.some(start => line.startsWith(start)))
    .join('\r\n')
const { 'institutions.csv': institutions, 'clusters.csv': clusters, 'staff.csv': staff } = tables

describe('a municipality’s tables', () => {
  it('change nothing when they are what the file says', () => {
    expect(said({ institutions, clusters, staff })).toEqual(['Intet ændres.'])
    expect(plan({ institutions, clusters, staff }).municipality).toEqual(demo)
  })

  it('are read with commas, in UTF-8 with its mark or in Windows-1252, with headings in any order and case', () => {
    const [heading = '', ...rows] = clusters.trimEnd().split('\r\n')
    const turned = [heading.toUpperCase(), ...rows].map(row => row.split(';').reverse().join(';')).join('\n')
    const withCommas = turned.replaceAll(',', '.').replaceAll(';', ',')
    const windows = Uint8Array.from(withCommas, letter => letter.charCodeAt(0))
    for (const text of [turned, withCommas, `\uFEFF${turned}`, windows])
      expect(said({ clusters: text })).toEqual(['Intet ændres.'])
  })

  it('say what is new and what is another, field by field, with line breaks in quoted cells', () => {
    const changed = institutions
      .replace('Børnehaven Mariehønen', '"Mariehønen; ""den nye""\nved åen"')
      .concat('120001;Ny skole;Skole;amager;sund;nl-101001;sw-anna\r\n')
    expect(said({ institutions: changed })).toEqual(
      [
        'Institutioner: 1 nye, 1 ændret, 0 væk',
        '  + 120001 Ny skole',
        '  ~ 101001 Børnehaven Mariehønen: navn "Børnehaven Mariehønen" → "Mariehønen; "den nye"\nved åen"',
        '',
        'Prøve: der er ikke skrevet noget. Kør igen med --write.',
      ]
        .join('\n')
        .split('\n'),
    )
  })

  it('close an institution that running processes name, and remove one that none does', () => {
    const gone = {
      institutions: without(institutions, '111002', '111003'),
      staff: without(staff, 'nl-111002', 'nl-111003', 'r-111002', 'r-111003'),
    }
    const named = { institutions: new Map([['111002', 3]]), people: new Map() }
    const { municipality, faults } = plan(gone, named)
    expect(faults).toEqual([])
    const left = municipality.institutions.filter(({ id }) => id.startsWith('1110') || id.startsWith('11100'))
    expect(left.map(({ id, closedOn }) => [id, closedOn])).toEqual([
      ['111001', undefined],
      ['111002', today],
    ])
    expect(said(gone, named).join('\n')).toMatch(/111002 .*: lukkes; 3 igangværende processer nævner den/)
    expect(said(gone, named).join('\n')).toMatch(/111003 .*: slettes/)
    expect(schema.safeParse(municipality).success).toBe(true)
  })

  it('keep the record of who has left, and name the work that is to be handed over', () => {
    const gone = without(staff, 'fg-gitte')
    const named = { institutions: new Map(), people: new Map([['fg-gitte', { referral: 4, concern: 7 }]]) }
    const { municipality } = plan({ staff: gone }, named)
    expect(municipality.staff.find(({ id }) => id === 'fg-gitte')).toMatchObject({ leftOn: today })
    expect(said({ staff: gone }, named).join('\n')).toContain(
      'fratræder; skal overdrages først: 7 concern, 4 referral (POST /api/staff/fg-gitte/hand-over)',
    )
    expect(plan({ staff: gone }).municipality.staff.some(({ id }) => id === 'fg-gitte')).toBe(false)
    const back = plan({ staff }, named, municipality)
    expect(back.municipality.staff.find(({ id }) => id === 'fg-gitte')?.leftOn).toBeUndefined()
  })

  it('remove nobody while running processes cannot be asked', () => {
    const report = said({ staff: without(staff, 'fg-gitte') }, null).join('\n')
    expect(report).toContain('  - fg-gitte Gitte Testsen: fratræder')
    expect(report).toContain('Igangværende sager er ikke spurgt')
  })
})

const row = (...cells: string[]) => `${cells.join(';')}\r\n`
const someone = ['children-and-youth', 'early-help', 'socialWorker', '', '', '', '']

describe('wrong tables are refused, with line, column, why and what to do:', () => {
  it.each<[what: string, texts: Texts, expected: string[]]>([
    [
      'an empty file',
      { clusters: '\uFEFF \n' },
      ['clusters.csv: filen er tom. Første linje skal være: id;navn;timer pr. måned.'],
    ],
    [
      'a heading alone',
      { clusters: 'id;navn;timer pr. måned\n' },
      [
        'clusters.csv: der er ingen linjer under overskriften. Første linje skal være: id;navn;timer pr. måned.',
      ],
    ],
    [
      'wrong headings',
      { clusters: 'id;navn;navn;farve\nsund;Sund;Sund;rød\n' },
      [
        'clusters.csv, linje 1, kolonne "timer pr. måned": overskriften mangler. Første linje skal være: id;navn;timer pr. måned.',
        'clusters.csv, linje 1, kolonne "farve": overskriften kendes ikke. Slet kolonnen. Første linje skal være: id;navn;timer pr. måned.',
        'clusters.csv, linje 1, kolonne "navn": overskriften står der to gange. Slet den ene kolonne.',
      ],
    ],
    [
      'a quotation that never ends',
      { clusters: 'id;navn;timer pr. måned\nsund;"Sund;18\n' },
      [expect.stringMatching(/^clusters\.csv, linje \d: anførselstegn går ikke op\. /) as unknown as string],
    ],
    [
      'a line with too many cells',
      { clusters: `${clusters}ny;Ny;18;og mere\r\n` },
      [
        'clusters.csv, linje 12: linjen har 4 celler, overskriften har 3. Sæt anførselstegn om celler med skilletegn i.',
      ],
    ],
    [
      'cells that hold something else, in the line where they begin',
      { clusters: `${clusters}ny;"to\nlinjer";mange\r\nNY 2;;18\r\n` },
      [
        'clusters.csv, linje 12, kolonne "timer pr. måned": "mange" er ikke et antal timer. Skriv et tal over 0.',
        'clusters.csv, linje 14, kolonne "id": "NY 2" kan ikke være en klynges id. Brug små bogstaver, tal og bindestreg, højst 40 tegn.',
        'clusters.csv, linje 14, kolonne "navn": cellen er tom. Udfyld den.',
      ],
    ],
    [
      'an id that stands there twice',
      { institutions: `${institutions}101001;Igen;Skole;amager;sund;nl-101001;sw-anna\r\n` },
      ['institutions.csv, linje 32, kolonne "nummer": "101001" står også på linje 2. Slet den ene linje.'],
    ],
    [
      'who and what does not exist',
      { institutions: `${institutions}120001;Ny;Skole;amager;bjerg;nl-101001;sw-ingen\r\n` },
      [
        'institutions.csv, linje 32, kolonne "socialrådgiver": socialrådgiver "sw-ingen" for institution 120001 står ikke blandt medarbejderne i kommunens fil. Skriv en anden medarbejders id, eller tag medarbejderen med.',
        expect.stringMatching(
          /^institutions\.csv, linje 32, kolonne "klynge": klynge "bjerg" for institution 120001 findes ikke\. Skriv en af: sund, nord/,
        ) as unknown as string,
      ],
    ],
    [
      'staff in a place that is none, and with a deputy who is nobody',
      {
        staff:
          staff +
          row('sw-ny', 'Ny', 'health', 'health-visitors', 'resourcePerson', '', '', '', '') +
          row(
            'sw-nr',
            'Ny',
            'children-and-youth',
            'family-house',
            'socialWorker',
            '999999',
            'sw-ingen',
            '',
            '',
          ),
      },
      [
        expect.stringMatching(
          /kolonne "forvaltning": Sundheds- og omsorgsforvaltningen er ikke i drift/,
        ) as unknown as string,
        expect.stringMatching(
          /kolonne "enhed": Familiehuset ligger ikke i Børne- og ungeforvaltningen\. Skriv en af:/,
        ) as unknown as string,
        expect.stringMatching(
          /kolonne "institution": institution "999999", hvor "sw-nr" arbejder, findes ikke/,
        ) as unknown as string,
        expect.stringMatching(
          /kolonne "stedfortræder": stedfortræder "sw-ingen" for "sw-nr"/,
        ) as unknown as string,
      ],
    ],
    [
      'unknown words and dates that are none',
      { staff: staff + row('sw-ny', 'Ny', 'rådhuset', ...someone.slice(1, 5), '31-02-2027', '') },
      [
        expect.stringMatching(
          /kolonne "orlov fra": "31-02-2027" er ikke en dato\. Skriv den som/,
        ) as unknown as string,
        expect.stringMatching(
          /kolonne "forvaltning": "rådhuset" kendes ikke\. Skriv en af: Børne- og ungeforvaltningen/,
        ) as unknown as string,
      ],
    ],
    [
      'one person with two names',
      { staff: staff + row('sw-ny', 'Ny', ...someone) + row('sw-ny', 'Gammel', ...someone) },
      [expect.stringMatching(/"sw-ny" står også på linje \d+ med andet navn/) as unknown as string],
    ],
    [
      'staff whom the municipality still needs',
      { staff: without(staff, 'sw-anna', 'tl-eva') },
      expect.arrayContaining([
        'socialrådgiver "sw-anna" for institution 101001 står ikke blandt medarbejderne i staff.csv. Skriv en anden medarbejders id, eller tag medarbejderen med.',
        'staff.csv: "tl-eva" mangler, og er teamLeader i kommunens fil. Tag medarbejderen med, eller skriv en anden i kommunens fil først.',
      ]) as unknown as string[],
    ],
  ])('%s', (_, texts, expected) => {
    expect(said(texts)).toEqual(expected)
    expect(plan(texts).municipality).toBe(demo)
  })
})
