import type { FamilyCaseSystem } from '../ports/family-case-system.js'
import { practiceId } from './practice-id.js'

/**
 * The family group's case system of practice cases: nothing leaves, and the number says that it is
 * practice.
 */
export function practiceFamilyCaseSystem(): FamilyCaseSystem {
  return {
    open: ({ key }) => Promise.resolve({ caseNumber: `practice-${practiceId(key)}` }),
    forget: () => Promise.resolve({ forgotten: 0 }),
  }
}
