import { concernForm } from '@brobygger/domain/messages'
import { taskOfKind } from '@brobygger/domain/tasks'
import { setTimeout as sleep } from 'node:timers/promises'
import { call, type Answer } from './http.js'
import { lookFromAllSides } from './look.js'
import type { Planting } from './planting.js'
import type { ShownCase, ShownTask } from './practice-case.js'

/** A real case, with a planted text in every field of every form. */
export class RealCase {
  private constructor(
    readonly id: string,
    private readonly planting: Planting,
  ) {}

  static async raise(planting: Planting, form: Record<string, unknown>): Promise<RealCase> {
    const body = planting.fill(concernForm, {
      raiserRole: 'educator',
      institution: '101001',
      ageBand: '3-5',
      mainCategory: 'structure',
      severity: 'less',
      parentsInformed: 'none',
      ...form,
    })
    const answer = await call<{ caseId: string }>('POST', '/concerns', 'r-101001', body)
    if (answer.status !== 201) throw new Error(`concern refused: ${JSON.stringify(answer.body)}`)
    return new RealCase(answer.body.caseId, planting)
  }

  show(): Promise<ShownCase> {
    return lookFromAllSides<ShownCase>(`/cases/${this.id}`)
  }

  /** The open task of a kind, which may come from another administration in a moment. */
  async task(kind: string): Promise<ShownTask> {
    for (let left = 50; left > 0; left--) {
      const { tasks } = await this.show()
      const found = tasks.find(task => task.kind === kind)
      if (found !== undefined) return found
      await sleep(100)
    }
    throw new Error(`no open task ${kind}`)
  }

  /** Answers the open task of a kind with these codes, and a text in every field that takes one. */
  async answer(kind: string, codes: Record<string, unknown>): Promise<void> {
    const definition = taskOfKind(kind)
    if (definition === undefined) throw new Error(`no kind ${kind}`)
    const { id, person, role } = await this.task(kind)
    const body = this.planting.fill(definition.form, codes)
    await expectOk(call('POST', `/tasks/${id}/complete`, person ?? workerOf(role), body))
  }

  async post(path: string, as: string, body: object): Promise<void> {
    await expectOk(call('POST', `/cases/${this.id}/${path}`, as, body))
  }

  /** The consent asked for last, once it can be answered. */
  async consent(): Promise<string> {
    for (let left = 50; left > 0; left--) {
      const last = (await this.show()).consents.at(-1)
      if (last?.status === 'delivered') return last.id
      await sleep(100)
    }
    throw new Error('no consent to answer')
  }
}

/** Who takes what waits in a queue. */
const workerOf = (role: string): string => (role === 'familyHouseTherapist' ? 'fh-karen' : 'fg-gitte')

/** Fails with what the API said when it did not accept. */
export async function expectOk(answering: Promise<Answer>): Promise<Answer> {
  const answer = await answering
  if (answer.status >= 300) throw new Error(`not accepted: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer
}
