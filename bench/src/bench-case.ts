import { leaders, seenTogether } from '@brobygger/tools/all-sides'
import { addDays, atLocalTime } from '@brobygger/domain/policy'
import type { Api } from './api.js'

/** What is looked at in a case. */
export interface ShownCase {
  readonly status: string
  readonly tasks: readonly { readonly id: string; readonly kind: string; readonly person: string | null }[]
  readonly processes: readonly {
    readonly id: string
    readonly administration: string
    readonly status: string
  }[]
  readonly consents: readonly { readonly id: string }[]
  readonly handovers: readonly { readonly offer: string }[]
}

/** People of the demo municipality. */
const RAISER = 'r-101001'
export const SOCIAL_WORKER = 'sw-anna'
export const CASEWORKER = 'fg-gitte'
const LEADER = 'tl-eva'

const DAY_0 = '2027-01-11'

/** A case over the API: a real one, answered at once, or a practice one whose clock is played forward. */
export class BenchCase {
  private constructor(
    private readonly api: Api,
    readonly id: string,
    readonly practice: boolean,
  ) {}

  static async raise(api: Api, practice = false): Promise<BenchCase> {
    const { caseId } = await api.post<{ caseId: string }>('/concerns', RAISER, {
      raiserRole: 'educator',
      institution: '101001',
      ageBand: '3-5',
      mainCategory: 'structure',
      severity: 'less',
      parentsInformed: 'both',
      seen: 'Barnet kommer ofte sent og er træt.',
      ...(practice ? { practice: { startsAt: atLocalTime(DAY_0, '09:00') } } : {}),
    })
    return new BenchCase(api, caseId, practice)
  }

  /** The local date of day n. */
  date(n: number): string {
    return addDays(this.practice ? DAY_0 : new Date().toISOString().slice(0, 10), n)
  }

  /** Plays a practice case forward to day n; a real one is answered at once instead. */
  async to(n: number): Promise<void> {
    if (!this.practice) return
    await this.api.post(`/practice/${this.id}/fast-forward`, LEADER, {
      until: atLocalTime(this.date(n), '10:00'),
    })
  }

  /** The case as the leaders of both administrations see it. */
  async show(): Promise<ShownCase> {
    const views = await Promise.all(
      leaders.map(as => this.api.getIfShown<ShownCase>(`/cases/${this.id}`, as)),
    )
    return seenTogether(views.filter(view => view !== null)) as ShownCase
  }

  /** The case as the team leader sees it, for a stated reason. */
  look(): Promise<unknown> {
    return this.api.getIfShown(`/cases/${this.id}`, LEADER)
  }

  /** The open task of a kind, as a call that can be measured by itself. */
  async answering(kind: string, form: object): Promise<() => Promise<void>> {
    for (const end = Date.now() + 10_000; ;) {
      const task = (await this.show()).tasks.find(open => open.kind === kind)
      if (task !== undefined) {
        return () => this.api.post(`/tasks/${task.id}/complete`, task.person ?? CASEWORKER, form)
      }
      if (Date.now() > end) throw new Error(`case ${this.id} has no task ${kind}`)
    }
  }

  /** Answers the open task of a kind. */
  async answer(kind: string, form: object): Promise<void> {
    await (
      await this.answering(kind, form)
    )()
  }
}
