import { patched } from '@temporalio/workflow'
import { outward, withPatience } from '../kit/index.js'
import { isTakenOver, type Concern, type ConcernFacts } from './way.js'

/** Who is just being told. */
const telling = new WeakSet<Concern>()

/**
 * Keeps the national case index in step with the case; nobody waits for it. What is told last is how the case stands then,
 * also when it changed while the index was down.
 */
export async function keepInCaseIndex(course: Concern): Promise<void> {
  if (telling.has(course) || toTell(course) === undefined || !patched('case-index')) return
  telling.add(course)
  await course.besides(async () => {
    for (let status = toTell(course); status !== undefined; status = toTell(course)) {
      const request = { case: course.caseId, status, at: course.now }
      const { indexed } = await asked(course, () => outward.keepInCaseIndex(request))
      if (!indexed) break
      course.facts.indexed = status
      course.journal.emit({ type: 'caseIndexed', status })
    }
  })
  telling.delete(course)
}

/** S6: is the child known elsewhere in the municipality? Only whom to ask is told. */
export async function askCaseIndex(course: Concern): Promise<void> {
  if (!patched('case-index-search')) return
  await course.besides(async () => {
    const { known } = await asked(course, () => outward.searchCaseIndex({ case: course.caseId }))
    const { facts, journal } = course
    for (const { contact, unit } of known) {
      const place = `${unit} ${contact}`
      if (facts.knownAt?.includes(place) === true) continue
      facts.knownAt = [...(facts.knownAt ?? []), place]
      journal.emit({ type: 'relationFound', relation: 'otherSystem', contact, unit })
    }
  })
}

/** What the index does not say yet; undefined when it says what it should. */
function toTell(course: Concern): ConcernFacts['indexed'] {
  const { facts } = course
  const status = facts.leftIndex === true ? 'removed' : statusOf(course)
  if (status === 'removed' && facts.indexed === undefined) return undefined
  return status === facts.indexed ? undefined : status
}

/** Nobody who is anonymous or merely offered is ever indexed: the child is identified, and the authority has taken over. */
function statusOf({ facts, ending }: Concern): ConcernFacts['indexed'] {
  if (facts.identified !== true || !isTakenOver(facts))
    return facts.indexed === 'open' && ending ? 'closed' : facts.indexed
  return ending ? 'closed' : 'open'
}

function asked<T>({ journal }: Concern, call: () => Promise<T>): Promise<T> {
  return withPatience({ system: 'caseIndex', journal, call })
}
