import { isInForce, type InformationKind } from '@brobygger/domain/codes'
import type { ConsentInput } from '@brobygger/domain/messages'
import { CancellationScope } from '@temporalio/workflow'
import { setDeadline } from '../kit/index.js'
import { decide } from './decide.js'
import type { Consent } from './way.js'

/** S5: health is shared for at most a year (rule `consent-health`), whatever date the review has. */
export async function limitHealth(course: Consent, input: ConsentInput): Promise<void> {
  if (course.facts.covered?.includes('health') !== true || course.facts.healthUntil !== undefined) return
  const { dueAt } = await setDeadline({ rule: 'consent-health', from: course.now, pauses: [] })
  course.facts.healthUntil = dueAt
  void lapseHealth(course, input)
}

/** When the year is over, health is no longer covered; the other kinds stay as they were. */
export async function lapseHealth(course: Consent, input: ConsentInput): Promise<void> {
  const { facts, flow } = course
  await CancellationScope.nonCancellable(() =>
    flow.branch(async () => {
      const until = facts.healthUntil ?? course.now
      while (flow.clock.until(until) > 0) await course.bell('Helbred: højst et år').wait(until)
      const kinds = (facts.covered ?? []).filter((kind): kind is InformationKind => kind !== 'health')
      if (!isInForce(facts)) return
      delete facts.healthUntil
      if (kinds.length > 0) {
        await decide(course, { input, status: 'partial', kinds })
        return
      }
      facts.status = 'expired'
      course.turnTo({ next: 'ended' })
    }),
  )
}
