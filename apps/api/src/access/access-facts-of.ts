import type { Actor, Decision, FileFacts } from '@brobygger/access'
import { noFacts, type AccessFacts } from '../access-log/facts.js'

/** What the access log writes down of a decision. */
export function accessFactsOf(decision: Decision, file: FileFacts | null, { reason }: Actor): AccessFacts {
  const about = file === null ? {} : { cases: [file.caseId], practice: file.practice }
  if (!decision.allowed) return { ...noFacts, reason: reason ?? null, ...about }
  const { purpose, basis, fields, administrations } = decision
  const [administration, ...others] = administrations
  return {
    purpose,
    basis,
    fields: [...fields],
    reason: reason ?? null,
    administration: administration !== undefined && others.length === 0 ? administration : null,
    ...about,
  }
}
