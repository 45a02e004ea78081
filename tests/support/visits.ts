import { call, type Answer } from './http.js'
import { day, moment } from './practice-case.js'
import { PracticeProcess } from './practice-process.js'

/** A visit as its round shows it. */
export interface ShownVisit {
  readonly id: string
  readonly institution: string
  readonly plannedOn: string
  readonly status: string
  readonly colleague: string | null
  readonly agenda: string[]
  readonly discussed: string[]
  readonly enquiries: string[]
  readonly present: { who: string; count: number }[] | null
  readonly heldOn: string | null
  readonly heldBy: string | null
  readonly missedAt: string | null
  readonly moved: number
  readonly textRef: string | null
}

/** A round as it is shown. */
export interface ShownRound {
  readonly status: string
  readonly decided: boolean | null
  readonly weighedBy: string | null
  readonly burdens: { institution: string; concerns: number; severe: number; weight: number }[]
  readonly weights: { institution: string; weight: number }[]
  readonly shares: { institution: string; hours: number; visits: number }[]
  readonly leftOut: { institution: string; month: string; visits: number }[]
  readonly visits: ShownVisit[]
  readonly textRef: string | null
  readonly texts: Record<string, Record<string, string>>
}

/** Day 63 is Monday 15 March 2027; the second quarter begins on day 80. */
export const BEFORE_SECOND_QUARTER = 63
export const SECOND_QUARTER = 80

/** How many days after day 0 a local date lies. */
export function dayNumber(date: string): number {
  return Math.round((Date.parse(date) - Date.parse(day(0))) / 86_400_000)
}

/** A practice round of visits, by default that of the cluster Engen in the second quarter of 2027. */
export class PracticeRound extends PracticeProcess {
  static async start(
    form: { cluster?: string; quarter?: string } = {},
    on = BEFORE_SECOND_QUARTER,
  ): Promise<PracticeRound> {
    const body = { cluster: 'eng', quarter: '2027-Q2', ...form, practice: { startsAt: moment(on) } }
    const answer = await call<{ process: string }>('POST', '/visit-rounds', 'tl-eva', body)
    if (answer.status !== 201) throw new Error(`round refused: ${JSON.stringify(answer.body)}`)
    return new PracticeRound(answer.body.process, ['tl-eva'])
  }

  /** A round with the proposal accepted, and its plan. */
  static async planned(form: { cluster?: string; quarter?: string } = {}, on = BEFORE_SECOND_QUARTER) {
    const round = await PracticeRound.start(form, on)
    await round.answer('weighNeed', 'tl-eva', { decision: 'accept' })
    return round
  }

  async round(as = 'tl-eva'): Promise<ShownRound> {
    const answer = await call<ShownRound>('GET', `/visit-rounds/${this.id}`, as)
    if (answer.status !== 200) throw new Error(`not shown: ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  /** The n-th visit of the round, from 0, as it stands. */
  async visit(n: number): Promise<ShownVisit> {
    const found = (await this.round()).visits.find(({ id }) => id === `${this.id}.v${n + 1}`)
    if (found === undefined) throw new Error(`no visit ${n}`)
    return found
  }

  /** Plays the round forward to noon of a local date. */
  toDate(date: string, time = '12:00'): Promise<void> {
    return this.to(dayNumber(date), time)
  }

  /** Plays forward to the day of the n-th visit, and gives the visit. */
  async dayOf(n: number): Promise<ShownVisit> {
    const { plannedOn } = await this.visit(n)
    await this.toDate(plannedOn)
    return await this.visit(n)
  }

  /** Registers the visit whose task is open. */
  register(visit: ShownVisit, as: string, form: Record<string, unknown>): Promise<void> {
    return this.answer('visit', as, form, visit.institution)
  }

  /** Registers as held every visit that is due on a date, by whoever has the task. */
  async holdDue(on: string): Promise<void> {
    const { tasks } = await this.show()
    for (const { id, kind, person, dueOn } of tasks) {
      if (kind !== 'visit' || dueOn > on) continue
      const form = { outcome: 'held', heldOn: dueOn, present: [{ who: 'leader', count: 1 }] }
      const answer = await call('POST', `/tasks/${id}/complete`, person ?? '', form)
      if (answer.status !== 200) throw new Error(`not registered: ${JSON.stringify(answer.body)}`)
    }
  }

  /** Holds every visit that is left, on its day. */
  async holdAll(): Promise<void> {
    for (;;) {
      const { visits } = await this.round()
      const next = visits.find(({ status }) => status === 'planned' || status === 'prepared')
      if (next === undefined) return
      await this.toDate(next.plannedOn)
      await this.holdDue(next.plannedOn)
    }
  }

  /** How often each kind of letter went to whom, as `kind person`. */
  async letters(): Promise<string[]> {
    return (await this.show()).letters.map(({ kind, person }) => `${kind} ${person ?? ''}`)
  }
}

/** Raises a practice concern at an institution. */
export function raiseAt(
  institution: string,
  on: number,
  form: Record<string, unknown> = {},
  key?: string,
): Promise<Answer<{ caseId: string; code?: string }>> {
  const body = {
    raiserRole: 'educator',
    institution,
    ageBand: '3-5',
    mainCategory: 'structure',
    severity: 'less',
    parentsInformed: 'both',
    seen: 'Barnet er træt.',
    ...form,
    practice: { startsAt: moment(on) },
  }
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key }
  return call('POST', '/concerns', `r-${institution}`, body, headers)
}
