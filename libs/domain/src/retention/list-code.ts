import { spreadCode } from '../visits/round-code.js'

/** The code of the list of a month: always the same, so that starting it twice finds the first. */
export function listCode({ month }: { month: string }): string {
  return spreadCode(`retention ${month}`)
}
