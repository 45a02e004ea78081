import type { ImportFault } from './faults.js'
import type { Read, ReadFile } from './tables.js'

/** Entries by id, and those that stand there twice. */
export interface ById<T> {
  readonly entries: ReadonlyMap<string, Read<T>>
  readonly faults: readonly ImportFault[]
}

/** Entries of a file by id: each once. */
export function once<T extends { id: string }>(
  read: ReadFile<T> | undefined,
  column: string,
): ById<T> | undefined {
  if (read === undefined) return undefined
  const entries = new Map<string, Read<T>>()
  const faults: ImportFault[] = []
  for (const one of read.entries) {
    const first = entries.get(one.entry.id)
    if (first === undefined) entries.set(one.entry.id, one)
    else
      faults.push({
        ...{ file: read.file, line: one.line, column },
        reason: `"${one.entry.id}" står også på linje ${first.line}`,
        remedy: 'Slet den ene linje',
      })
  }
  return { entries, faults }
}
