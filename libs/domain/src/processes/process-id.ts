import { administrations, type Administration } from '../codes/index.js'
import type { ProcessKind } from './define.js'
import { processes } from './all.js'

/** Code of a case or another file, as people read it aloud: no i, l, o, u. */
export const caseCode = '[0-9a-hjkmnp-tv-z]{8,12}'

const kinds = Object.keys(processes) as ProcessKind[]

/** A process's id as a pattern: its kind, its case, and its number where a case can have several. */
export const processIdPattern = `(?:${kinds.join('|')})-${caseCode}(?:-[1-9][0-9]{0,3})?`

/** The id of a process: the one that carries a case has no number. */
export function processId(of: { kind: ProcessKind; caseId: string; n?: number }): string {
  return of.n === undefined ? `${of.kind}-${of.caseId}` : `${of.kind}-${of.caseId}-${of.n}`
}

/** The case in the id of a process, task, consent or handover; empty when there is none. */
export function caseIn(id: string): string {
  return /^[A-Za-z]+-([0-9a-z]+)/.exec(id)?.[1] ?? ''
}

/** The kind of a process, from its id or that of one of its tasks; undefined for none of ours. */
export function kindIn(id: string): ProcessKind | undefined {
  return kinds.find(kind => id.startsWith(`${kind}-`))
}

/** The administration whose namespace runs a process. A kind that runs everywhere is numbered by administration. */
export function administrationOf(id: string): Administration {
  const kind = kindIn(id) ?? 'concern'
  const { administration, everywhere } = processes[kind]
  const n = Number(/-(\d+)(?:\.\d+)?$/.exec(id)?.[1] ?? '1')
  return (everywhere === true ? administrations.codes[n - 1] : undefined) ?? administration
}
