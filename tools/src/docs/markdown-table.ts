/** A Markdown table. Not padded, so that a change of one row is a change of one line. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cellText).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const cellText = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** Text as code, as identifiers are shown. */
export const code = (text: string): string => `\`${text}\``
