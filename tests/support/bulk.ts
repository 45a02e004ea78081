import { setTimeout as sleep } from 'node:timers/promises'
import { call, type Answer } from './http.js'
import { moment } from './practice-case.js'
import { PracticeProcess } from './practice-process.js'

/** A bulk hand-over in one administration, as it is shown. */
export interface ShownPart {
  readonly administration: string
  readonly process: string
  readonly done: boolean
  readonly found: number | null
  readonly handedOver: { process: string; caseId: string; to: string | null }[]
  readonly refused: { process: string; caseId: string; why: string }[]
  readonly waiting: { task: string; person: string | null } | null
}

interface Shown {
  readonly code: string
  readonly done: boolean
  readonly parts: ShownPart[]
}

/** A hand-over of practice work, begun through the API. */
export class PracticeBulk {
  private constructor(
    readonly code: string,
    readonly answer: Answer,
    private readonly leader: string,
  ) {}

  /** Hands over what a person holds in some cases, as the leader of their unit. */
  static async begin(
    from: string,
    body: object,
    headers: Record<string, string> = {},
    leader = 'tl-eva',
  ): Promise<PracticeBulk> {
    const all = { reason: 'illness', practice: { startsAt: moment(0) }, ...body }
    const answer = await call<{ code: string }>('POST', `/staff/${from}/hand-over`, leader, all, headers)
    if (answer.status !== 201) throw new Error(`not begun: ${JSON.stringify(answer.body)}`)
    return new PracticeBulk(answer.body.code, answer, leader)
  }

  async show(): Promise<Shown> {
    const answer = await call<Shown>('GET', `/bulk-hand-overs/${this.code}`, this.leader)
    if (answer.status !== 200) throw new Error(`not shown: ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  /** The part in an administration, once it has ended or waits for its leader in both. */
  async settled(administration = 'children-and-youth'): Promise<ShownPart> {
    for (let left = 100; left > 0; left--) {
      const { parts } = await this.show()
      const part = parts.find(one => one.administration === administration)
      if (part !== undefined && parts.every(({ done, waiting }) => done || waiting !== null)) return part
      await sleep(100)
    }
    throw new Error(`it goes on and on: ${JSON.stringify(await this.show())}`)
  }

  /** Its process in children and youth (1) or in social services (2). */
  process(n: 1 | 2): PracticeProcess {
    return new PracticeProcess(`bulkHandOver-${this.code}-${n}`, [this.leader])
  }
}
