import { setTimeout as sleep } from 'node:timers/promises'
import { call, type Answer } from './http.js'
import { moment } from './practice-case.js'
import { PracticeProcess } from './practice-process.js'

interface Certificate {
  readonly checkedBy: string
  readonly approvedBy: string
  readonly doneAt: string
  readonly keyBackupsExpireOn: string
  readonly steps: { step: string; counts: Record<string, number> }[]
}

/** An erasure in one administration, as it is shown. */
interface ShownErasurePart {
  readonly process: string
  readonly done: boolean
  readonly caseId: string | null
  readonly caseNumbers: readonly string[]
  readonly outcome: string | null
  readonly obstacle: string | null
  readonly certificate: Certificate | null
  readonly hash: string | null
}

/** Who checks and who approves, in children and youth (1) and in social services (2). */
const people = {
  1: { checks: 'tl-eva', approves: 'ml-finn', suffix: '' },
  2: { checks: 'fl-ida', approves: 'hl-olga', suffix: 'InFamilyGroup' },
} as const

/** An erasure, asked for through the API. */
export class Erasing {
  private constructor(
    readonly code: string,
    readonly processes: readonly string[],
  ) {}

  static ask(caseId: string, body: object = {}): Promise<Answer> {
    return call('POST', `/cases/${caseId}/erasure`, 'tl-eva', { requester: 'mother', ...body })
  }

  static async begin(caseId: string, body: object = {}): Promise<Erasing> {
    const answer = await Erasing.ask(caseId, body)
    if (answer.status !== 201) throw new Error(`not begun: ${JSON.stringify(answer.body)}`)
    return new Erasing(String(answer.body['code']), answer.body['processes'] as string[])
  }

  process(n: 1 | 2 = 1): PracticeProcess {
    return new PracticeProcess(`erasure-${this.code}-${n}`, [people[n].checks])
  }

  async part(n: 1 | 2 = 1): Promise<ShownErasurePart> {
    const as = people[n].checks
    const { body } = await call<{ parts: ShownErasurePart[] }>('GET', `/erasures/${this.code}`, as)
    const found = body.parts.find(({ process }) => process === `erasure-${this.code}-${n}`)
    if (found === undefined) throw new Error(`no part ${n}`)
    return found
  }

  /** One person checks, another approves. */
  async decide(n: 1 | 2 = 1): Promise<void> {
    const { checks, approves, suffix } = people[n]
    const process = this.process(n)
    await process.answer(`checkErasure${suffix}`, checks, {
      decision: 'erase',
      why: 'Ingen pligt til at gemme.',
    })
    const { id } = await process.task(`approveErasure${suffix}`)
    const answer = await call('POST', `/tasks/${id}/complete`, approves, { decision: 'approve' })
    // It is taken at once, and recorded when what follows has been done.
    if (answer.status >= 300) throw new Error(`not approved: ${JSON.stringify(answer.body)}`)
  }

  /** Its certificate, once it has ended. */
  async certified(n: 1 | 2 = 1): Promise<{ certificate: Certificate; hash: string }> {
    for (let left = 600; left > 0; left--) {
      const { certificate, hash, done } = await this.part(n)
      if (done && certificate !== null && hash !== null) return { certificate, hash }
      await sleep(200)
    }
    throw new Error(`it goes on and on: ${JSON.stringify(await this.part(n))}`)
  }
}

/** A list of practice cases that have been kept long enough on day n. */
export async function practiceList(startsAt: string): Promise<PracticeProcess> {
  const answer = await call('POST', '/retention-lists', 'tl-eva', { practice: { startsAt } })
  if (answer.status !== 201) throw new Error(`not begun: ${JSON.stringify(answer.body)}`)
  const list = new PracticeProcess(`retention-${String(answer.body['code'])}-1`, ['tl-eva'])
  for (let left = 100; left > 0; left--) {
    const { step, status } = await list.show()
    if (step !== 'find' || status === 'closed') return list
    await sleep(100)
  }
  throw new Error('it looks and looks')
}

export const years = (n: number): string => moment(0).replace('2027', String(2027 + n))
