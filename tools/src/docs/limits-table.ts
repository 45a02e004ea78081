import { limits, outsideSystems } from '@brobygger/domain/outward'
import { code, markdownTable } from './markdown-table.js'

/** What each system outside is given, as `libs/domain/src/outward` says it. */
export function limitsTable(): string {
  const rows = outsideSystems.codes.map(system => [
    code(system),
    outsideSystems.labels[system].en,
    `${String(limits[system].timeoutMs / 1_000)} s`,
    String(limits[system].connections),
  ])
  return markdownTable(['system', 'what it is', 'one call at most', 'calls at once from one worker'], rows)
}
