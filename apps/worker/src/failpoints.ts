import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Failpoint } from '@brobygger/config'

/** Marker files of the failpoints that are armed, by name. */
const armed = new Map<Failpoint, string>()

/**
 * Arms failpoints; for tests.
 *
 * @param dataDir its folder `failpoints` holds a file for each one that was reached, in this process or an earlier one
 */
export function arm(names: readonly Failpoint[], dataDir: string): void {
  const folder = join(dataDir, 'failpoints')
  if (names.length > 0) mkdirSync(folder, { recursive: true })
  for (const name of names) armed.set(name, join(folder, name))
}

/** Kills this process the first time an armed failpoint is reached, as a power cut would. */
export function failpoint(name: Failpoint): void {
  const marker = armed.get(name)
  if (marker === undefined) return
  armed.delete(name)
  try {
    writeFileSync(marker, '', { flag: 'wx' })
  } catch {
    // Reached before: it happens once.
    return
  }
  process.kill(process.pid, 'SIGKILL')
}
