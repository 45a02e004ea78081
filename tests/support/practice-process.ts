import { call, type Answer } from './http.js'
import { lookAsAny, lookFromAllSides } from './look.js'
import { forward, moment, recording, type ShownTask } from './practice-case.js'

/** A process of any kind, as it is shown. */
export interface ShownProcess {
  readonly id: string
  readonly caseId: string
  readonly kind: string
  readonly administration: string
  readonly step: string
  readonly stage: string
  readonly status: string
  readonly outcome: string | null
  readonly paused: boolean
  readonly people: Record<string, string | null>
  readonly tasks: (ShownTask & { about: string | null })[]
  readonly deadlines: { id: string; dueOn: string; status: string }[]
  readonly letters: { kind: string; to: string; person: string | null }[]
}

interface EventPage {
  readonly items: { process: string; body: { type: string; step?: string } }[]
}

/** A practice process that carries a file of its own, or is one of a case's, played through the API. */
export class PracticeProcess {
  constructor(
    readonly id: string,
    /** Who looks at it and plays its time forward, before the leaders are tried. */
    private readonly viewers: readonly string[] = [],
  ) {}

  /** The same, looked at by one more person after the leaders: of those a conflict of interest leaves. */
  seenAlsoBy(viewer: string): PracticeProcess {
    return new PracticeProcess(this.id, [...this.viewers, viewer])
  }

  get caseId(): string {
    return this.id.split('-')[1] ?? ''
  }

  async show(): Promise<ShownProcess> {
    return (await lookAsAny<ShownProcess>(`/processes/${this.id}`, this.viewers)).body
  }

  /** Plays it forward to day n. */
  async to(n: number, time?: string): Promise<void> {
    const { as } = await lookAsAny(`/processes/${this.id}`, this.viewers)
    const answer = await forward(this.caseId, moment(n, time), [as])
    if (answer.status !== 200) throw new Error(`not played forward: ${JSON.stringify(answer.body)}`)
  }

  /** The open task of a kind, about a thing where it is named; fails when there is none. */
  async task(kind: string, about?: string): Promise<ShownTask & { about: string | null }> {
    const { tasks } = await this.show()
    const found = tasks.find(task => task.kind === kind && (about === undefined || task.about === about))
    if (found === undefined) {
      throw new Error(`no open task ${kind}; open: ${tasks.map(task => task.kind).join(', ')}`)
    }
    return found
  }

  /** Answers the open task of a kind. */
  async answer(kind: string, as: string, form: Record<string, unknown>, about?: string): Promise<void> {
    const { id } = await this.task(kind, about)
    const answer = await call('POST', `/tasks/${id}/complete`, as, form)
    if (answer.status !== 200) throw new Error(`${kind} not accepted: ${JSON.stringify(answer.body)}`)
  }

  /** The steps that it has entered since it was opened last, by the event log. */
  async steps(): Promise<string[]> {
    const address = `/cases/${this.caseId}/events?limit=100`
    const { items } = await lookFromAllSides<EventPage>(address)
    const own = items.filter(({ process }) => process === this.id).map(item => item.body)
    const opened = own.findLastIndex(({ type }) => type === 'processStarted')
    return own.slice(opened).flatMap(({ type, step }) => (type === 'stepEntered' && step ? [step] : []))
  }

  /** Kinds and due dates of the open tasks, as `kind@date`. */
  async due(): Promise<string[]> {
    return (await this.show()).tasks.map(task => `${task.kind}@${task.dueOn}`).sort()
  }

  /** Does something to it. */
  post(path: string, as: string, body: unknown = {}): Promise<Answer> {
    return call('POST', `/processes/${this.id}/${path}`, as, body)
  }

  /** Writes its decoded history for replay where RECORD_RELEASE names a release. */
  async record(name: string): Promise<void> {
    const { administration } = await this.show()
    await recording('decoded-history.mjs', 'histories', name, [`${administration}-practice/${this.id}`])
  }

  /** Writes its ledger as it stands now, likewise. */
  async recordLedger(name: string): Promise<void> {
    const { administration, kind } = await this.show()
    await recording('record-ledger.mjs', 'ledgers', `${name}-${kind}.json`, [
      `${administration}-practice/${this.id}`,
    ])
  }
}
