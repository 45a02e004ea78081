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

/** The id of a process of a kind that runs everywhere, in one administration: its number is the administration's. */
export function processIdIn(of: {
  kind: ProcessKind
  caseId: string
  administration: Administration
}): string {
  return processId({ ...of, n: administrations.codes.indexOf(of.administration) + 1 })
}

/**
 * The number of a course in the family house within its case. Several may ask for one without knowing of each other,
 * so each has numbers of its own: anonymous counselling 1 to 9, the nth referral those of its ten, reception from 901.
 */
export function courseNumber(by: CourseAsker): number {
  switch (by.way) {
    case 'counselling':
      return 1 + by.before
    case 'reception':
      return 901 + by.before
    case 'referral':
      return 10 * Number(/-(\d+)$/.exec(by.referral)?.[1] ?? '1') + 1 + by.before
  }
}

/** Who asks for a course, and how many it has asked for before. */
type CourseAsker =
  | { readonly way: 'counselling' | 'reception'; readonly before: number }
  | { readonly way: 'referral'; readonly referral: string; readonly before: number }

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
