/** Where a browser goes after its login when nothing else was asked for. */
const HOME = '/api/docs'

/** A path of ours, from whatever came in the address; never another host's. */
export function returnTo(asked: string | undefined): string {
  if (asked === undefined) return HOME
  const base = 'http://ours.invalid'
  const url = URL.canParse(asked, base) ? new URL(asked, base) : undefined
  // The parser reads `//host`, `/\host` and control characters as a browser would.
  return asked.startsWith('/') && url?.origin === base ? `${url.pathname}${url.search}` : HOME
}
