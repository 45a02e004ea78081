import type { CodeList } from '@brobygger/domain/codes'
import { clusterId, institution } from '@brobygger/domain/organisation'
import { personId } from '@brobygger/domain/forms'
import type { ImportFault } from './faults.js'
import type { CsvLine } from './read-csv.js'

/** Reads the cells of one line; what is wrong in them is collected. */
export class Cells<H extends string> {
  constructor(
    private readonly file: string,
    private readonly of: CsvLine<H>,
    private readonly faults: ImportFault[],
  ) {}

  get line(): number {
    return this.of.line
  }

  /** A cell that may be empty. */
  text(column: H): string | undefined {
    const cell = this.of.cells[column]
    return cell === '' ? undefined : cell
  }

  /** A cell that says something. */
  needed(column: H): string {
    const cell = this.of.cells[column]
    if (cell === '') this.fault(column, 'cellen er tom', 'Udfyld den')
    return cell
  }

  /** Number of an institution. */
  institution(column: H): string {
    return this.matching(column, institution.shape.id, 'er ikke et institutionsnummer', 'Skriv de seks tegn')
  }

  cluster(column: H): string {
    const remedy = 'Brug små bogstaver, tal og bindestreg, højst 40 tegn'
    return this.matching(column, clusterId, 'kan ikke være en klynges id', remedy)
  }

  person(column: H): string {
    const remedy = 'Skriv medarbejderens id, som login kender det'
    return this.matching(column, personId, 'kan ikke være en medarbejders id', remedy)
  }

  /** A code, or its Danish label. */
  code<C extends string>(column: H, { codes, labels }: Pick<CodeList<C>, 'codes' | 'labels'>): C | undefined {
    const cell = this.needed(column)
    if (cell === '') return undefined
    const wanted = cell.toLowerCase()
    const found = codes.find(
      code => code.toLowerCase() === wanted || labels[code].da.toLowerCase() === wanted,
    )
    if (found === undefined) {
      const known = codes.map(code => labels[code].da).join(', ')
      this.fault(column, `"${cell}" kendes ikke`, `Skriv en af: ${known}`)
    }
    return found
  }

  /** A number above 0, with a comma or a point. */
  hours(column: H): number {
    const cell = this.needed(column)
    const value = Number(cell.replace(',', '.'))
    if (cell !== '' && !(value > 0))
      this.fault(column, `"${cell}" er ikke et antal timer`, 'Skriv et tal over 0')
    return value
  }

  /** A date as `2027-02-08` or `08-02-2027`. */
  date(column: H): string | undefined {
    const cell = this.text(column)
    if (cell === undefined) return undefined
    const [, day = '', month = '', year = ''] = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(cell) ?? []
    const iso = year === '' ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : NaN
    if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso) {
      this.fault(column, `"${cell}" er ikke en dato`, 'Skriv den som 08-02-2027 eller 2027-02-08')
      return undefined
    }
    return iso
  }

  fault(column: H | null, reason: string, remedy: string): void {
    this.faults.push({ file: this.file, line: this.of.line, column, reason, remedy })
  }

  private matching(
    column: H,
    schema: { safeParse: (value: string) => { success: boolean } },
    reason: string,
    remedy: string,
  ): string {
    const cell = this.needed(column)
    if (cell !== '' && !schema.safeParse(cell).success) this.fault(column, `"${cell}" ${reason}`, remedy)
    return cell
  }
}
