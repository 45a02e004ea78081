import { addDays, atLocalTime } from '@brobygger/domain/policy'
import { beginOf } from '@brobygger/domain/visits'
import type { Api } from './api.js'
import type { Staff } from './staff.js'

const QUARTER = '2027-Q2'
/** Days before the quarter on which the leader weighs the need, and days of the quarter that are played. */
const BEFORE = 15
const PLAYED = 30
const WEEK = 7

interface Task {
  readonly id: string
  readonly kind: string
  readonly dueOn: string
  readonly person: string | null
}

/**
 * A round of visits to look at, a month into its quarter: weighed and planned, most visits held, one missed and with the
 * leader, the rest to come.
 * @param cluster whose institutions are visited
 * @returns the round's process
 */
export async function playVisitRound(api: Api, staff: Staff, cluster: string): Promise<string> {
  const leader = staff.teamLeader
  const begin = beginOf(QUARTER)
  const { body: round } = await api.post<{ caseId: string; process: string }>('/visit-rounds', leader, {
    cluster,
    quarter: QUARTER,
    practice: { startsAt: atLocalTime(addDays(begin, -BEFORE), '09:00') },
  })
  await api.post(`/tasks/${round.process}.1/complete`, leader, { decision: 'accept' })
  let missed = false
  for (let day = WEEK; day <= PLAYED; day += WEEK) {
    const on = addDays(begin, day)
    const until = atLocalTime(on, '16:00')
    await api.post(`/practice/${round.caseId}/fast-forward`, leader, { until })
    const { body } = await api.get<{ tasks: Task[] }>(`/processes/${round.process}`, leader)
    for (const { id, kind, dueOn, person } of body.tasks) {
      if (kind !== 'visit' || dueOn > on) continue
      // The first that is late stays with the leader.
      if (!missed && dueOn < on) {
        missed = true
        continue
      }
      const present = [{ who: 'educator', count: 3 }]
      await api.post(`/tasks/${id}/complete`, person ?? leader, { outcome: 'held', heldOn: dueOn, present })
    }
  }
  return round.process
}
