const begin = (name: string) => `<!-- ${name}:begin -->`
const end = (name: string) => `<!-- ${name}:end -->`

/**
 * Puts content between the markers `<!-- name:begin -->` and `<!-- name:end -->` of a page.
 *
 * @param content Markdown; kept as it is by the formatter
 * @throws Error when the page does not have each marker once, in this order
 */
export function fillSection(page: string, { name, content }: { name: string; content: string }): string {
  const [before, rest, ...more] = page.split(begin(name))
  const [, after, ...extra] = (rest ?? '').split(end(name))
  if (before === undefined || after === undefined || more.length > 0 || extra.length > 0) {
    throw new Error(`The page needs the markers ${begin(name)} and ${end(name)} once each, in this order`)
  }
  const kept = ['<!-- prettier-ignore-start -->', '', content.trim(), '', '<!-- prettier-ignore-end -->']
  return [`${before}${begin(name)}`, '', ...kept, '', `${end(name)}${after}`].join('\n')
}
