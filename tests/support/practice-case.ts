import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { call, type Answer } from './http.js'
import { lookFromAllSides } from './look.js'

/** A task as the case shows it. */
export interface ShownTask {
  readonly id: string
  readonly kind: string
  readonly role: string
  readonly person: string | null
  readonly dueOn: string
  readonly dueAt: string
  readonly remindAt: string | null
  readonly overdue: boolean
  readonly about: string | null
  readonly told: string[]
}

/** The parts of a case that the acceptance cases look at. */
export interface ShownCase {
  readonly id: string
  readonly status: string
  readonly stage: string
  readonly step: string
  readonly degree: string
  readonly closureCode: string | null
  readonly caseAvoided: string | null
  readonly responsibleAdministration: string | null
  readonly responsibleUnit: string
  readonly responsiblePerson: string | null
  readonly tasks: ShownTask[]
  readonly processes: { id: string; kind: string; status: string; administration: string }[]
  readonly consents: { id: string; status: string }[]
  readonly handovers: { offer: string; status: string; administration: string }[]
  readonly letters: { kind: string; to: string; person: string | null }[]
  readonly deadlines: { id: string; rule: string; dueOn: string; remindAt: string | null; status: string }[]
}

/** Day 0 of the acceptance cases: Monday 11 January 2027. Easter closes D73, D74 and D77. */
const DAY_0 = Date.UTC(2027, 0, 11)

/** The local date of day n. */
export function day(n: number): string {
  return new Date(DAY_0 + n * 86_400_000).toISOString().slice(0, 10)
}

/** A moment on day n, local time in Copenhagen (summer time from D76). */
export function moment(n: number, time = '10:00'): string {
  return `${day(n)}T${time}:00${n >= 76 && n < 293 ? '+02:00' : '+01:00'}`
}

/** A practice case, played through the API with its clock forwarded day by day. */
export class PracticeCase {
  private constructor(
    readonly id: string,
    readonly receipt: Record<string, unknown>,
  ) {}

  /** Raises a concern on day n at 10:00. `outages` are what the case finds down, and when. */
  static async raise(
    n: number,
    as: string,
    form: Record<string, unknown>,
    outages?: readonly { system: string; from: string; until: string }[],
  ): Promise<PracticeCase> {
    const answer = await call<{ caseId: string }>('POST', '/concerns', as, {
      raiserRole: 'educator',
      severity: 'less',
      parentsInformed: 'both',
      seen: 'Barnet trækker sig fra de andre børn.',
      ...form,
      practice: { startsAt: moment(n), outages },
    })
    if (answer.status !== 201) throw new Error(`concern refused: ${JSON.stringify(answer.body)}`)
    return new PracticeCase(answer.body.caseId, answer.body)
  }

  /** Plays the case forward to day n. */
  async to(n: number, time?: string): Promise<void> {
    const answer = await forward(this.id, moment(n, time), ['tl-eva', 'ml-finn'])
    if (answer.status !== 200) throw new Error(`not played forward: ${JSON.stringify(answer.body)}`)
  }

  /** The case as somebody sees it; otherwise as the leaders of both administrations see it together. */
  async show(as?: string): Promise<ShownCase> {
    const address = `/cases/${this.id}`
    return as === undefined ? lookFromAllSides(address) : (await call<ShownCase>('GET', address, as)).body
  }

  /** The latest consent asked for: id, status, and the local dates of its reminder and its end. */
  async consent(): Promise<{
    id: string
    status: string
    reminder: string | undefined
    due: string | undefined
  }> {
    const { consents, deadlines } = await this.show()
    const last = consents.at(-1)
    const deadline = deadlines.find(({ id }) => id === last?.id)
    return {
      id: last?.id ?? '',
      status: last?.status ?? 'none',
      reminder: deadline?.remindAt?.slice(0, 10),
      due: deadline?.dueOn,
    }
  }

  /** Does something to the case. */
  post(path: string, as: string, body: unknown = {}): Promise<Answer> {
    return call('POST', `/cases/${this.id}/${path}`, as, body)
  }

  /** The open task of a kind; fails when there is none. */
  async task(kind: string): Promise<ShownTask> {
    const { tasks } = await this.show()
    const found = tasks.find(task => task.kind === kind)
    if (found === undefined) {
      throw new Error(`no open task ${kind}; open: ${tasks.map(task => task.kind).join(', ')}`)
    }
    return found
  }

  /** Answers the open task of a kind. */
  async answer(kind: string, as: string, form: Record<string, unknown>): Promise<void> {
    const { id } = await this.task(kind)
    const answer = await call('POST', `/tasks/${id}/complete`, as, form)
    if (answer.status !== 200) throw new Error(`${kind} not accepted: ${JSON.stringify(answer.body)}`)
  }

  /** Writes the decoded histories of the case for replay where RECORD_RELEASE names a release: once for each. */
  async record(name: string): Promise<void> {
    const { processes } = await this.show()
    const places = processes.map(({ id, administration }) => `${administration}-practice/${id}`)
    await recording('decoded-history.mjs', 'histories', name, places)
  }

  /** Writes the ledgers of the case's open processes as they stand now, likewise. */
  async recordLedgers(name: string): Promise<void> {
    const { processes } = await this.show()
    for (const { id, kind, administration, status } of processes) {
      if (status !== 'open') continue
      await recording('record-ledger.mjs', 'ledgers', `${name}-${kind}.json`, [
        `${administration}-practice/${id}`,
      ])
    }
  }

  /** Kinds and due dates of the open tasks, as `kind@date`. */
  async due(): Promise<string[]> {
    return (await this.show()).tasks.map(task => `${task.kind}@${task.dueOn}`).sort()
  }
}

/** Plays a case forward as the first of these who may. */
export async function forward(caseId: string, until: string, viewers: readonly string[]): Promise<Answer> {
  const [first = 'tl-eva', ...others] = viewers
  const answer = await call('POST', `/practice/${caseId}/fast-forward`, first, { until })
  const isRefused = answer.status === 403 || answer.status === 404
  return isRefused && others.length > 0 ? forward(caseId, until, others) : answer
}

/** No duty to notify, with a reason. */
export const noDuty = { answer: 'no', why: 'Ingen tegn på fare.' } as const

/** A yes by word of mouth, as it is written down. */
export const oralYes = (giver: string) =>
  ({ giver, form: 'oral', words: 'Ja, det må I gerne sende.', witness: 'Pædagog på stuen' }) as const

/** Runs a script beside the tests that keeps what a release leaves behind; does nothing unless asked to. */
export async function recording(script: string, kind: string, name: string, args: string[]): Promise<void> {
  const release = process.env['RECORD_RELEASE']
  if (release === undefined) return
  const path = (file: string): string => fileURLToPath(new URL(file, import.meta.url))
  await promisify(execFile)(
    process.execPath,
    [path(script), join(path('..'), kind, release, name), ...args],
    {
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  )
}
