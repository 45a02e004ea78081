import { addDays, atLocalTime } from '@brobygger/domain/policy'
import { beginOf } from '@brobygger/domain/visits'
import type { Api } from '@brobygger/tools'
import { fateOf } from './fate.js'

interface Task {
  readonly id: string
  readonly kind: string
  readonly about: string
  readonly person: string
  readonly dueOn: string
}

/** A round as it is shown. */
interface Shown {
  readonly visits: readonly {
    readonly id: string
    readonly institution: string
    readonly plannedOn: string
    readonly status: string
    readonly moved: number
    readonly missedAt: string | null
    readonly enquiries: readonly string[]
  }[]
}

export interface Counted {
  readonly planned: number
  readonly held: number
  readonly moved: number
  readonly cancelled: number
  readonly missed: number
  /** Missed visits that reached the next manager. */
  readonly escalated: number
  readonly enquiries: number
}

const LEADER = 'tl-eva'
const MANAGER = 'ml-finn'
/** Day of the month before a quarter on which its rounds begin. */
const BEGINS_BEFORE = 16

/** A practice round of one cluster, played from its beginning to its last visit. */
export class PlayedRound {
  private readonly days = new Set<string>()

  private constructor(
    private readonly api: Api,
    readonly caseId: string,
    private readonly process: string,
    private readonly cluster: string,
  ) {}

  /** Starts the round of a cluster and quarter; the leader accepts what is proposed, and it is planned. */
  static async start(
    api: Api,
    { cluster, quarter }: { cluster: string; quarter: string },
  ): Promise<PlayedRound> {
    const startsAt = atLocalTime(addDays(beginOf(quarter), -BEGINS_BEFORE), '06:30')
    const body = { cluster, quarter, practice: { startsAt } }
    const { body: started } = await api.post<{ caseId: string; process: string }>(
      '/visit-rounds',
      LEADER,
      body,
    )
    const round = new PlayedRound(api, started.caseId, started.process, cluster)
    await api.post(`/tasks/${started.process}.1/complete`, LEADER, { decision: 'accept' })
    for (const { plannedOn } of (await round.show()).visits) round.days.add(plannedOn)
    return round
  }

  /** Plays visiting day by visiting day, and the leader's mornings between them. */
  async toTheEnd(): Promise<Counted> {
    for (;;) {
      const day = [...this.days].sort()[0]
      if (day === undefined) break
      this.days.delete(day)
      await this.forwardTo(day)
      const tasks = await this.tasks()
      await Promise.all(tasks.map(task => this.settle(task, day)))
    }
    return this.count()
  }

  private async settle(task: Task, day: string): Promise<void> {
    if (task.kind === 'missedVisit') return this.decide(task, day)
    if (task.kind !== 'visit' || task.dueOn !== day) return
    const { about: institution, person } = task
    const { outcome, enquiry, leftLying } = fateOf({ cluster: this.cluster, institution, on: day })
    switch (outcome) {
      case 'held':
        await this.complete(task, person, {
          outcome,
          heldOn: day,
          present: PRESENT,
          notes: 'Vi gik dagsordenen igennem.',
        })
        if (enquiry) await this.raise(institution, day)
        return
      case 'moved': {
        const newDate = this.later(day, 7)
        return this.complete(task, person, { outcome, newDate, why: 'Institutionen bad om en anden dag.' })
      }
      case 'cancelled':
        return this.complete(task, person, { outcome, why: 'Institutionen har lukkedag.' })
      case 'missed':
        // The leader looks at it on the next morning, or lets it lie for most of a week.
        this.later(day, leftLying ? 6 : 1)
    }
  }

  private async decide(task: Task, day: string): Promise<void> {
    await this.complete(task, LEADER, { decision: 'newDate', newDate: this.later(day, 3) })
  }

  private async raise(institution: string, day: string): Promise<void> {
    const { visits } = await this.show()
    const visit = visits.find(entry => entry.institution === institution && entry.plannedOn === day)
    await this.api.post('/concerns', `r-${institution}`, {
      ...CONCERN,
      institution,
      ...(visit === undefined ? {} : { visit: visit.id }),
      practice: { startsAt: atLocalTime(day, '12:00') },
    })
  }

  private async complete(task: Task, as: string, form: object): Promise<void> {
    await this.api.post(`/tasks/${task.id}/complete`, as, form)
  }

  /** A working day so many days later, which is then played too. */
  private later(day: string, days: number): string {
    let later = addDays(day, days)
    while ([0, 6].includes(new Date(`${later}T12:00:00Z`).getUTCDay())) later = addDays(later, 1)
    this.days.add(later)
    return later
  }

  private async forwardTo(day: string): Promise<void> {
    const until = atLocalTime(day, '12:00')
    await this.api.post(`/practice/${this.caseId}/fast-forward`, LEADER, { until })
  }

  private async tasks(): Promise<readonly Task[]> {
    const { body } = await this.api.get<{ tasks: Task[] }>(`/processes/${this.process}`, LEADER)
    return body.tasks
  }

  private async show(): Promise<Shown> {
    return (await this.api.get<Shown>(`/visit-rounds/${this.process}`, LEADER)).body
  }

  private async count(): Promise<Counted> {
    const { visits } = await this.show()
    const { body } = await this.api.get<{ letters: { kind: string; person: string | null }[] }>(
      `/processes/${this.process}`,
      LEADER,
    )
    const of = (status: string) => visits.filter(visit => visit.status === status).length
    return {
      planned: visits.length,
      held: of('held'),
      moved: visits.filter(({ moved }) => moved > 0).length,
      cancelled: of('cancelled'),
      missed: visits.filter(({ missedAt }) => missedAt !== null).length,
      escalated: body.letters.filter(({ kind, person }) => kind === 'taskOverdue' && person === MANAGER)
        .length,
      enquiries: visits.reduce((sum, { enquiries }) => sum + enquiries.length, 0),
    }
  }
}

const PRESENT = [
  { who: 'leader', count: 1 },
  { who: 'educator', count: 2 },
] as const

const CONCERN = {
  raiserRole: 'educator',
  ageBand: '3-5',
  mainCategory: 'structure',
  severity: 'less',
  parentsInformed: 'both',
  seen: 'Barnet er ofte træt.',
} as const
