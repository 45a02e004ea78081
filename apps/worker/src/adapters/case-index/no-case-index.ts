import type { CaseIndex } from '../../ports/case-index.js'

/** Of a municipality that is not connected to the case index: nothing is kept, and nobody is known. */
export function noCaseIndex(): CaseIndex {
  return {
    keep: () => Promise.resolve({ indexed: false }),
    search: () => Promise.resolve([]),
    remove: () => Promise.resolve(),
  }
}
