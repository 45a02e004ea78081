import { CsvError, parse } from 'csv-parse/sync'
import type { ImportFault } from './faults.js'

/** A line of a table by heading; where it begins in the file. */
export interface CsvLine<H extends string> {
  readonly line: number
  readonly cells: Readonly<Record<H, string>>
}

export interface CsvTable<H extends string> {
  readonly file: string
  readonly lines: readonly CsvLine<H>[]
  readonly faults: readonly ImportFault[]
}

/**
 * Reads a table as spreadsheets write it: separated by semicolon or comma, in UTF-8 with or without its mark or else in
 * Windows-1252, with quoted cells that may hold separators and line breaks. Headings are known whatever their case and
 * order; spaces around cells go.
 * @returns no lines where the headings are wrong; never throws for what a file holds
 */
export function readCsv<H extends string>(of: {
  file: string
  bytes: Uint8Array
  headings: readonly H[]
}): CsvTable<H> {
  const { file, bytes, headings } = of
  const text = decoded(bytes)
  if (text.trim() === '') return failed(file, { reason: 'filen er tom', remedy: headed(headings) })
  const records: { record: string[]; line: number }[] = []
  try {
    const parsed = parse(text, {
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    const lineBreaks = /\r\n|\r|\n/g
    for (const { record, info } of parsed) {
      // The parser says where a line ends: cells with line breaks began before.
      const within = record.reduce((sum, cell) => sum + (cell.match(lineBreaks)?.length ?? 0), 0)
      records.push({ record, line: info.lines - within })
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? error['lines'] : null
    return failed(file, {
      line,
      reason: 'anførselstegn går ikke op',
      remedy: 'Ret anførselstegnene på linjen',
    })
  }
  const [head, ...body] = records
  const found = (head?.record ?? []).map(cell => cell.toLowerCase())
  const faults = headingFaults({ file, found, headings })
  if (faults.length > 0) return { file, lines: [], faults }
  const lines: CsvLine<H>[] = []
  const wrong: ImportFault[] = []
  for (const { record, line } of body) {
    if (record.every(cell => cell === '')) continue
    if (record.length !== found.length) {
      const reason = `linjen har ${record.length} celler, overskriften har ${found.length}`
      wrong.push({ file, line, column: null, reason, remedy: 'Sæt anførselstegn om celler med skilletegn i' })
      continue
    }
    const cells = Object.fromEntries(headings.map(name => [name, record[found.indexOf(name)] ?? '']))
    lines.push({ line, cells: cells as Record<H, string> })
  }
  if (lines.length === 0 && wrong.length === 0)
    return failed(file, { reason: 'der er ingen linjer under overskriften', remedy: headed(headings) })
  return { file, lines, faults: wrong }
}

function decoded(bytes: Uint8Array): string {
  try {
    // Takes the mark of UTF-8 away.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Danish spreadsheets separate by semicolon, others by comma: whichever the heading has more of outside quotes. */
function separatorOf(text: string): string {
  const [heading = ''] = text
    .trimStart()
    .replace(/"[^"]*"/g, '')
    .split(/\r|\n/, 1)
  const count = (separator: string) => heading.split(separator).length
  return count(';') >= count(',') ? ';' : ','
}

function headingFaults(of: {
  file: string
  found: readonly string[]
  headings: readonly string[]
}): ImportFault[] {
  const { file, found, headings } = of
  const fault = (column: string, reason: string, remedy: string) => ({
    file,
    line: 1,
    column,
    reason,
    remedy,
  })
  return [
    ...headings
      .filter(name => !found.includes(name))
      .map(name => fault(name, 'overskriften mangler', headed(headings))),
    ...found
      .filter(name => !headings.includes(name))
      .map(name => fault(name, 'overskriften kendes ikke', `Slet kolonnen. ${headed(headings)}`)),
    ...found
      .filter((name, n) => headings.includes(name) && found.indexOf(name) !== n)
      .map(name => fault(name, 'overskriften står der to gange', 'Slet den ene kolonne')),
  ]
}

const headed = (headings: readonly string[]): string => `Første linje skal være: ${headings.join(';')}`

function failed<H extends string>(
  file: string,
  fault: { line?: number | null; reason: string; remedy: string },
): CsvTable<H> {
  const { line = null, reason, remedy } = fault
  return { file, lines: [], faults: [{ file, line, column: null, reason, remedy }] }
}
