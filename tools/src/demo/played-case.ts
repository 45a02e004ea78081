import { setTimeout as sleep } from 'node:timers/promises'
import type { Role, Unit } from '@brobygger/domain/codes'
import type { CaseEvent } from '@brobygger/domain/events'
import { addDays, atLocalTime, isArbejdsdag } from '@brobygger/domain/policy'
import { seenTogether } from '../all-sides.js'
import { type Api, Refused } from './api.js'
import type { PlannedCase } from './plan.js'
import type { Staff } from './staff.js'
import { seen } from './texts.js'

/** What a played case looks at in its answer from the API. */
interface ShownCase {
  readonly status: 'open' | 'closed'
  readonly closureCode: string | null
  readonly people: { readonly socialWorker: string }
  readonly tasks: readonly ShownTask[]
  readonly processes: readonly { readonly id: string; readonly status: string }[]
  readonly consents: readonly { readonly id: string }[]
  readonly handovers: readonly { readonly offer: string }[]
}

interface ShownTask {
  readonly id: string
  readonly kind: string
  readonly role: Role
  readonly unit: Unit
  readonly person: string | null
}

interface RecordedEvent extends CaseEvent {
  readonly position: number
}

/** What two processes tell each other may take a moment, in milliseconds. */
const TASK_WITHIN = 10_000
const LOOK_EVERY = 100
const RAISED_AT = '09:00'
const MEETINGS_AT = '10:00'
const EVENTS_A_PAGE = 500

/** One practice case, played through the API on a clock of its own. Days are counted from the enquiry. */
export class PlayedCase {
  private today: string

  private constructor(
    private readonly api: Api,
    readonly staff: Staff,
    readonly planned: PlannedCase,
    readonly id: string,
  ) {
    this.today = planned.raisedOn
  }

  /** Raises the concern. */
  static async raise(args: { api: Api; staff: Staff; planned: PlannedCase }): Promise<PlayedCase> {
    const { api, staff, planned } = args
    const { institution, category, severity, raisedOn } = planned
    const { body } = await api.post<{ caseId: string }>('/concerns', staff.raiserOf(institution.id), {
      raiserRole: institution.kind === 'childminding' ? 'childminder' : 'educator',
      institution: institution.id,
      ageBand: institution.kind === 'kindergarten' ? '3-5' : '0-2',
      mainCategory: category,
      severity,
      seen: seen[category],
      parentsInformed: category === 'violence' ? 'none' : 'both',
      ...(category === 'violence' ? { parentsInformedWhy: 'Mistanke om vold i hjemmet.' } : {}),
      practice: { startsAt: atLocalTime(raisedOn, RAISED_AT) },
    })
    return new PlayedCase(api, staff, planned, body.caseId)
  }

  /** The local date of day n, or the next working day. */
  date(n: number): string {
    const date = addDays(this.planned.raisedOn, n)
    return isArbejdsdag(date, { closedDays: [] }) ? date : this.date(n + 1)
  }

  /** Plays the clock forward to day n. */
  async to(n: number): Promise<void> {
    if (this.date(n) <= this.today) return
    this.today = this.date(n)
    const until = atLocalTime(this.today, MEETINGS_AT)
    for (;;) {
      const { body } = await this.forward(until)
      if (body.arrived) return
    }
  }

  /** Answers the open task of a kind, as whoever has it. */
  async answer(kind: string, form: object): Promise<void> {
    const task = await this.task(kind)
    await this.api.post(`/tasks/${task.id}/complete`, task.person ?? this.staff.holding(task), form)
  }

  /** Does something to the case, as its social worker. */
  async post(path: string, body: object): Promise<void> {
    const { people } = await this.show()
    await this.api.post(`/cases/${this.id}/${path}`, people.socialWorker, body)
  }

  /** A parent answers the consent that was asked for last. */
  async consent(verb: 'give' | 'refuse', body: object): Promise<void> {
    const { consents, people } = await this.show()
    await this.api.post(`/consents/${consents.at(-1)?.id ?? ''}/${verb}`, people.socialWorker, body)
  }

  /** The family group takes over what it was offered. */
  async accept(screening: 'noClarification' | 'clarification'): Promise<void> {
    await this.task('answerReferral')
    const { handovers } = await this.show()
    const caseworker = this.staff.holding({ role: 'familyCaseworker', unit: 'family-group' })
    await this.api.post(`/handovers/${handovers.at(-1)?.offer ?? ''}/accept`, caseworker, { screening })
  }

  /** What is still open, to be said when a course does not end as it was planned; empty when all is done. */
  async left(): Promise<string[]> {
    const { status, tasks, processes } = await this.show()
    const open = processes.filter(process => process.status === 'open').map(({ id }) => id)
    return [...(status === 'open' ? [this.id] : []), ...tasks.map(({ kind }) => kind), ...open]
  }

  /** Everything the log has on the case, as the leaders of both administrations see it together. */
  async events(): Promise<CaseEvent[]> {
    const sides = await Promise.all(this.staff.leaders.map(leader => this.eventsSeenBy(leader)))
    const events = new Map(sides.flat().map(event => [event.position, event]))
    return [...events.values()].sort((a, b) => a.position - b.position)
  }

  private async eventsSeenBy(leader: string): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = []
    for (let cursor = ''; ;) {
      const path = `/cases/${this.id}/events?limit=${EVENTS_A_PAGE}${cursor && `&cursor=${cursor}`}`
      const page = await this.api.getIfShown<{ items: RecordedEvent[]; next: string | null }>(path, leader)
      if (page === null) return events
      events.push(...page.items)
      if (page.next === null) return events
      cursor = encodeURIComponent(page.next)
    }
  }

  private async show(): Promise<ShownCase> {
    const path = `/cases/${this.id}`
    const views = await Promise.all(
      this.staff.leaders.map(leader => this.api.getIfShown<ShownCase>(path, leader)),
    )
    return seenTogether<ShownCase>(views.filter(view => view !== null)) as ShownCase
  }

  private async task(kind: string): Promise<ShownTask> {
    for (const end = Date.now() + TASK_WITHIN; ; await sleep(LOOK_EVERY)) {
      const { tasks } = await this.show()
      const found = tasks.find(task => task.kind === kind)
      if (found !== undefined) return found
      if (Date.now() < end) continue
      throw new Error(`case ${this.id} has no task ${kind}; open: ${tasks.map(task => task.kind).join(', ')}`)
    }
  }

  /** A repeat of a call that had come through finds the moment passed. */
  private async forward(until: string): Promise<{ body: { arrived: boolean } }> {
    try {
      return await this.api.post(`/practice/${this.id}/fast-forward`, this.staff.teamLeader, { until })
    } catch (error) {
      if (error instanceof Refused && error.code === 'until-passed') return { body: { arrived: true } }
      throw error
    }
  }
}
