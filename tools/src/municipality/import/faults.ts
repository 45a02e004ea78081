/** What is wrong in a file that is read in, in Danish, with what to do. */
export interface ImportFault {
  /** The file as it was named; null for what is wrong between files. */
  readonly file: string | null
  /** Where its line begins, from 1; null for the file as a whole. */
  readonly line: number | null
  /** Heading of the column. */
  readonly column: string | null
  readonly reason: string
  readonly remedy: string
}

/** A fault as it is printed. */
export function faultLine({ file, line, column, reason, remedy }: ImportFault): string {
  const place = [
    file,
    line === null ? null : `linje ${line}`,
    column === null ? null : `kolonne "${column}"`,
  ].filter(part => part !== null)
  return `${place.length === 0 ? '' : `${place.join(', ')}: `}${reason}. ${remedy}.`
}
