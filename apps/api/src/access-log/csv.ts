import type { ToldAccess } from './log-shapes.js'

const columns: Readonly<Record<string, (line: ToldAccess) => string>> = {
  tidspunkt: ({ at }) => at,
  forvaltning: ({ administration }) => administration?.da ?? '',
  funktion: ({ roles }) => roles.map(({ da }) => da).join(', '),
  handling: ({ action }) => action.da,
  formål: ({ purpose }) => purpose.da,
  grundlag: ({ basis }) => basis.da,
  oplysninger: ({ fields }) => fields.map(({ da }) => da).join(', '),
}

const withStaff = { ...columns, medarbejder: ({ staff }: ToldAccess) => staff ?? '' }

/** The export as CSV (RFC 4180), with Danish headings for whoever asked for it. */
export function csvOf(lines: readonly ToldAccess[], names: boolean): string {
  const shown = names ? withStaff : columns
  const rows = [Object.keys(shown), ...lines.map(line => Object.values(shown).map(value => value(line)))]
  return `${rows.map(row => row.map(quoted).join(',')).join('\r\n')}\r\n`
}

/** In quotes; what a spreadsheet would take for a formula is made text. */
function quoted(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}
