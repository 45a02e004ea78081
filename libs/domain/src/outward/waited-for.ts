import { administrations } from '../codes/administrations.js'
import { codeList, type Label } from '../codes/code-list.js'
import { outsideSystems } from './systems.js'

/** What a process waits for that is no single system outside. */
const others = codeList({
  letters: ['Udsendelse af breve', 'Letters going out'],
  erasure: ['Et trin i en sletning', 'A step of an erasure'],
})

const labels: Readonly<Record<string, Label>> = {
  ...outsideSystems.labels,
  ...administrations.labels,
  ...others.labels,
}

/** What a process waits for, in words; the code itself where it is of a release that had other codes. */
export function waitedFor(system: string): Label {
  return labels[system] ?? { da: system, en: system }
}
