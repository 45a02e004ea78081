import { burdens, openConcerns, type Db } from '@brobygger/database'
import { isOpen, standIn, type Municipality } from '@brobygger/domain/organisation'
import { addDays, addMonths, atLocalTime, endOfLocalDay, localDate } from '@brobygger/domain/policy'
import {
  beginOf,
  endOf,
  leaveOf,
  planVisits,
  prepareOn,
  shareHours,
  weightsByBurden,
} from '@brobygger/domain/visits'
import { ApplicationFailure } from '@temporalio/common'
import { amountOn, MORNING } from './calendar.js'
import type { OrdinaryActivities, PlanRequest, RoundPlan, ShortActivities, VisitMoments } from './types.js'

/** The activities of rounds of visits: what the municipality's calendar says, and what the read model knows. */
export function visitActivities(of: {
  db: Db
  municipality: Municipality
}): Pick<ShortActivities, 'planRound' | 'visitMoments'> &
  Pick<OrdinaryActivities, 'weighBurden' | 'readAgendas'> {
  const { db, municipality } = of
  return {
    planRound: request => Promise.resolve(planOf(municipality, request)),
    visitMoments: ({ on, at }) => Promise.resolve(momentsOf(municipality, { on, today: localDate(at) })),
    weighBurden: async ({ institutions, practice, at }) => {
      const months = amountOn(municipality, 'visit-burden-window', localDate(at))
      const from = atLocalTime(addMonths(localDate(at), -months), '00:00')
      return weightsByBurden(await burdens(db, { institutions, practice, from, to: at }))
    },
    readAgendas: async ({ institutions, practice, at }) => {
      const open = await openConcerns(db, { institutions, practice, at })
      return institutions.map(id => ({
        institution: id,
        leader: leaderOf(municipality, id, localDate(at)),
        agenda: open.filter(({ institution }) => institution === id).map(({ caseId }) => caseId),
      }))
    },
  }
}

/** A round that starts late is planned from the next day on. */
function planOf(municipality: Municipality, request: PlanRequest): RoundPlan {
  const { cluster: id, quarter, at, weights, held, socialWorker } = request
  const { clusters, institutions, closedDays, closingWeeks } = municipality
  const cluster = clusters.find(entry => entry.id === id)
  if (cluster === undefined) throw ApplicationFailure.nonRetryable('cluster-unknown', 'cluster-unknown')
  const today = localDate(at)
  const tomorrow = addDays(today, 1)
  const from = tomorrow > beginOf(quarter) ? tomorrow : beginOf(quarter)
  const own = institutions.filter(entry => entry.cluster === id && isOpen(entry))
  const shares = shareHours({
    hours: cluster.hoursPerMonth,
    hoursPerVisit: amountOn(municipality, 'visit-hours', today),
    institutions: own.map(entry => ({
      institution: entry.id,
      weight: weights.find(({ institution }) => institution === entry.id)?.weight ?? 1,
    })),
    least: amountOn(municipality, 'visit-round', today),
    most: amountOn(municipality, 'visit-round-most', today),
  })
  const { visits, leftOut } = planVisits({
    quarter,
    from,
    institutions: own.map(({ id: institution, kind }) => ({
      institution,
      kind,
      visits: shares.find(share => share.institution === institution)?.visits ?? 0,
    })),
    closingWeeks,
    calendar: { closedDays },
    held,
  })
  const leave = leaveOf({ municipality, person: socialWorker, from, to: endOf(quarter) })
  return {
    shares,
    visits: visits.map(visit => ({ ...visit, ...momentsOf(municipality, { on: visit.on, today }) })),
    leftOut,
    leaders: [...new Set(own.flatMap(entry => leaderOf(municipality, entry.id, today) ?? []))],
    standIn: leave === null ? null : { to: leave.deputy, begins: leave.from, until: addDays(leave.to, 1) },
  }
}

function momentsOf(municipality: Municipality, { on, today }: { on: string; today: string }): VisitMoments {
  const day = on < today ? today : on
  const days = amountOn(municipality, 'visit-prepare', today)
  const morning = prepareOn({ on: day, days, calendar: municipality })
  return { on: day, prepareAt: atLocalTime(morning, MORNING), endsAt: endOfLocalDay(day) }
}

function leaderOf(municipality: Municipality, id: string, on: string): string | null {
  const leader = municipality.institutions.find(entry => entry.id === id)?.leader
  return leader === undefined ? null : standIn({ municipality, person: leader, on })
}
