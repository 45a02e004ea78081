import type { PlayedCase } from '../played-case.js'
import type { CaseEvent } from '../shapes.js'

/**
 * A case that was disturbed has done the very same as an undisturbed one that went the same way: the same steps,
 * tasks, letters and answers, each as often.
 */
export function checkCourse(played: PlayedCase, calm: PlayedCase): string[] {
  const [own, expected] = [counts(played.events), counts(calm.events)]
  const names = [...new Set([...own.keys(), ...expected.keys()])]
  const differences = names.flatMap(name => {
    const [here, there] = [own.get(name) ?? 0, expected.get(name) ?? 0]
    const isDropped = here < there && name.startsWith(lookUp)
    return here === there || isDropped
      ? []
      : [`${played.caseId} (${played.way}): ${name} ${here}×, undisturbed ${there}×`]
  })
  const { closureCode } = played
  return closureCode === calm.closureCode
    ? differences
    : [...differences, `${played.caseId} ended as ${closureCode ?? 'nothing'}`]
}

/** No step waits for the register of persons: a case that ends before its answer needs it no more. */
const lookUp = 'concern personLookedUp '

/** That an outage was shown is no part of the procedure. */
const passing = new Set<string>(['waitingStarted', 'waitingEnded'])

function counts(events: readonly CaseEvent[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const event of events) {
    if (passing.has(event.body.type)) continue
    const name = nameOf(event)
    found.set(name, (found.get(name) ?? 0) + 1)
  }
  return found
}

/** What happened in which kind of process, without the ids that differ from case to case. */
function nameOf({ process, body }: CaseEvent): string {
  const details = ['kind', 'step', 'next', 'to', 'giver', 'status', 'outcome', 'why'].flatMap(field => {
    const value = (body as Record<string, unknown>)[field]
    return typeof value === 'string' ? [value] : []
  })
  return [process.replace(/-.*$/, ''), body.type, ...details].join(' ')
}
