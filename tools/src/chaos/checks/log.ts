import type { PlayedCase } from '../played-case.js'
import type { CaseEvent } from '../shapes.js'

/** Every acknowledged command stands in the log once, and every process numbers its events without a gap. */
export function checkLog({ caseId, proofs, events }: PlayedCase): string[] {
  return [...checkProofs({ caseId, proofs, events }), ...checkNumbers(caseId, events)]
}

function checkProofs({ caseId, proofs, events }: Pick<PlayedCase, 'caseId' | 'proofs' | 'events'>): string[] {
  return [...new Set(proofs.map(proof => JSON.stringify(proof)))].flatMap(text => {
    const fields = Object.entries(JSON.parse(text) as Record<string, string>)
    const expected = proofs.filter(proof => JSON.stringify(proof) === text).length
    const found = events.filter(({ body }) =>
      fields.every(([name, value]) => (body as Record<string, unknown>)[name] === value),
    ).length
    return found === expected ? [] : [`${caseId}: ${text} acknowledged ${expected}×, in the log ${found}×`]
  })
}

function checkNumbers(caseId: string, events: readonly CaseEvent[]): string[] {
  const processes = [...new Set(events.map(event => event.process))]
  return processes.flatMap(process => {
    const numbers = events.filter(event => event.process === process).map(event => event.seq)
    const inOrder = numbers.every((seq, i) => seq === i + 1)
    return inOrder ? [] : [`${caseId}: the events of ${process} are numbered ${numbers.join(' ')}`]
  })
}
