import { caseCode, processIdPattern } from '@brobygger/domain/processes'

const isCase = new RegExp(`^${caseCode}$`)
const processAtStart = new RegExp(`^${processIdPattern}`)
const caseInProcess = new RegExp(`^[A-Za-z]+-(${caseCode})(?:$|[-.])`)

/** Where answers name cases, and where they name processes with their case. */
const caseKeys = new Set(['id', 'caseId', 'case', 'cases', 'agenda', 'enquiries'])

/** What an address or an answer is about. */
export interface Named {
  readonly cases: string[]
  /** The process that an address names. */
  readonly process: string | null
  /** Whether the answer is about practice cases alone; undefined where it does not say. */
  readonly practice: boolean | undefined
}

/** The cases that the parameters of an address and the body of an answer name, each once. */
export function namedIn(params: Readonly<Record<string, string>>, answer: unknown): Named {
  const cases = new Set<string>()
  const practice: boolean[] = []
  const values = Object.values(params)
  for (const value of values) addCase(cases, value)
  walk(answer, (key, value) => {
    if (key === 'practice' && typeof value === 'boolean') practice.push(value)
    if (typeof value === 'string' && caseKeys.has(key)) addCase(cases, value)
  })
  const process = values.flatMap(value => processAtStart.exec(value)?.[0] ?? []).at(0) ?? null
  return { cases: [...cases], process, practice: practice.length > 0 ? practice.every(Boolean) : undefined }
}

function addCase(cases: Set<string>, value: string): void {
  if (isCase.test(value)) cases.add(value)
  const inProcess = caseInProcess.exec(value)?.[1]
  if (inProcess !== undefined) cases.add(inProcess)
}

/** Visits every value with its key; an item of a list has the key of the list. */
function walk(value: unknown, visit: (key: string, value: unknown) => void, key = ''): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit, key)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) walk(inner, visit, name)
  } else {
    visit(key, value)
  }
}
