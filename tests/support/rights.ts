import { call, type Answer } from './http.js'
import { moment } from './practice-case.js'
import { PracticeProcess } from './practice-process.js'

interface ShownItem {
  readonly item: string
  readonly kind: string
  readonly leftOut: boolean
  readonly decision: string | null
}

/** A request for access in one administration, as it is shown. */
export interface ShownAccessPart {
  readonly administration: string
  readonly process: string
  readonly stage: string | null
  readonly done: boolean
  readonly extendedUntil: string | null
  readonly extensionInTime: boolean | null
  readonly outcome: string | null
  readonly refusal: string | null
  readonly items: ShownItem[]
}

interface ShownAccess {
  readonly parts: ShownAccessPart[]
  readonly texts: Record<string, Record<string, string>>
}

/** A request for access to practice cases, written down through the API. */
export class PracticeAccess {
  private constructor(
    readonly code: string,
    readonly processes: readonly string[],
  ) {}

  static ask(as: string, cases: readonly string[], body: object = {}): Promise<Answer> {
    return call('POST', '/access-requests', as, {
      kind: 'subjectAccess',
      requester: 'mother',
      cases,
      practice: { startsAt: moment(0) },
      ...body,
    })
  }

  static async begin(as: string, cases: readonly string[], body: object = {}): Promise<PracticeAccess> {
    const answer = await PracticeAccess.ask(as, cases, body)
    if (answer.status !== 201) throw new Error(`not begun: ${JSON.stringify(answer.body)}`)
    return new PracticeAccess(String(answer.body['code']), answer.body['processes'] as string[])
  }

  async show(as: string): Promise<ShownAccess> {
    const answer = await call<ShownAccess>('GET', `/access-requests/${this.code}`, as)
    if (answer.status !== 200) throw new Error(`not shown: ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  async part(as: string, n: 1 | 2 = 1): Promise<ShownAccessPart> {
    const process = `accessRequest-${this.code}-${n}`
    const found = (await this.show(as)).parts.find(part => part.process === process)
    if (found === undefined) throw new Error(`no part ${n}`)
    return found
  }

  /** Its process in children and youth (1) or in social services (2). */
  process(n: 1 | 2 = 1): PracticeProcess {
    return new PracticeProcess(`accessRequest-${this.code}-${n}`, [n === 1 ? 'tl-eva' : 'fl-ida'])
  }
}
