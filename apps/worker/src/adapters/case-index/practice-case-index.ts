import type { CaseIndex } from '../../ports/case-index.js'

/** The case index of practice cases: it takes everything and knows nobody. Nothing leaves. */
export function practiceCaseIndex(): CaseIndex {
  return {
    keep: () => Promise.resolve({ indexed: true }),
    search: () => Promise.resolve([]),
    remove: () => Promise.resolve(),
  }
}
