import { variableNames } from '@brobygger/config'

/**
 * Environment of a part: the machine's own (path, locale, time zone, proxies), but of Brobygger's variables only
 * those the part is given. So no part sees another's password.
 */
export function partEnvironment(
  own: Readonly<Record<string, string | undefined>>,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const ours = new Set<string>(variableNames)
  const inherited = Object.entries(own).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !ours.has(entry[0]) && entry[0] !== 'NODE_OPTIONS',
  )
  return { ...Object.fromEntries(inherited), ...given }
}
