import { expect } from '@jest/globals'
import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { takenOn } from './courses.js'
import { call, type Answer } from './http.js'
import { day, moment, noDuty, oralYes, type PracticeCase, type ShownCase } from './practice-case.js'

const giver = fc.constantFrom('mother', 'father')
const n = fc.nat(3)

/** What a family, its social worker, the family group and the leaders do; `n` chooses among what there is. */
export const command = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('ask' as const), oral: fc.boolean() }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('give' as const),
      n,
      giver,
      form: fc.constantFrom('paper', 'oral'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('givePart' as const), n, giver }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('refuse' as const), n, giver }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), n, giver }) },
  { weight: 7, arbitrary: fc.record({ kind: fc.constant('goOn' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('offer' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('revoke' as const), n }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('accept' as const), n }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('decline' as const), n }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('duty' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('override' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('handOver' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 1, max: 16 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
)
export type Command = typeof command extends fc.Arbitrary<infer T> ? T : never

/** One line of the log, as much of it as the audit looks at. */
export interface LoggedEvent {
  readonly position: number
  readonly process: string
  readonly administration: string
  readonly body: Readonly<Record<string, unknown>> & { readonly type: string }
}

interface Side {
  readonly status: string
  readonly textRef: string | null
  readonly consent: string | null
  readonly basis: string
}

/** How often a call is repeated that a busy machine did not answer in time. */
const PATIENCE = 60

/** How often, over all plays, a text could be read over there, and how often not. */
export const tally = { plays: 0, readable: 0, unreadable: 0 }

/** One case, and what is done to it; a no is an answer too, a fault is none. */
export class HandoverPlay {
  private today = 0
  private socialWorker = 'sw-anna'

  private constructor(private readonly played: PracticeCase) {}

  static async begin(): Promise<HandoverPlay> {
    for (let left = PATIENCE; ; left--) {
      try {
        return await HandoverPlay.tryToBegin()
      } catch (error) {
        // A machine that has too much to do is asked for another case.
        if (left === 0) throw error
        await sleep(1000)
      }
    }
  }

  private static async tryToBegin(): Promise<HandoverPlay> {
    const played = await takenOn()
    await played.answer('session', 'sw-anna', {
      heldOn: day(0),
      present: ['mother', 'father'],
      dutyCheck: noDuty,
      end: 'consent',
    })
    tally.plays += 1
    return new HandoverPlay(played)
  }

  async do(command: Command): Promise<void> {
    const answer = await this.send(command)
    // A command is taken or refused for a reason; it never breaks anything.
    if (answer !== undefined) expect({ command, ...answer }).toMatchObject({ status: expect.any(Number) })
    if (answer !== undefined && answer.status >= 500) throw new Error(`${command.kind}: ${answer.status}`)
  }

  /** Everything that was said has arrived. */
  async settled(): Promise<void> {
    await this.to('23:00')
  }

  async events(): Promise<readonly LoggedEvent[]> {
    const seen = new Map<number, LoggedEvent>()
    for (const as of ['tl-eva', 'fl-ida']) {
      const body = await this.getIfShown<{ items: LoggedEvent[] }>(
        `/cases/${this.played.id}/events?limit=500`,
        as,
      )
      for (const event of body?.items ?? []) seen.set(event.position, event)
    }
    return [...seen.values()].sort((a, b) => a.position - b.position)
  }

  /** The family group reads the text of an offer while it is open on a basis in force, or once it has accepted it. */
  async expectAccessOnlyWithBasis(): Promise<void> {
    const { handovers, consents } = await this.show()
    const offers = [...new Set(handovers.map(({ offer }) => offer))]
    for (const offer of offers.filter(id => id.startsWith('referral-'))) {
      const body = await this.getIfShown<{ received: Side | null; texts: Record<string, object> }>(
        `/handovers/${offer}`,
        'fl-ida',
      )
      const { received = null, texts = {} } = body ?? {}
      if (received?.textRef == null) continue
      const readable = texts[received.textRef] !== undefined
      tally[readable ? 'readable' : 'unreadable'] += 1
      const sent = (handovers as unknown as (Side & { offer: string; direction: string })[]).find(
        side => side.offer === offer && side.direction === 'sent',
      )
      const consent = consents.find(({ id }) => id === sent?.consent)
      const holds = sent?.basis !== 'consent' || ['given', 'partial'].includes(consent?.status ?? '')
      const open = ['offered', 'delivered', 'accepting'].includes(sent?.status ?? '')
      const may = sent?.status === 'accepted' || (open && holds)
      expect({ offer, sent: sent?.status, consent: consent?.status, readable }).toEqual({
        offer,
        sent: sent?.status,
        consent: consent?.status,
        readable: may,
      })
    }
  }

  /** Its processes, as `namespace/process`. */
  async processes(): Promise<string[]> {
    const { processes } = await this.show()
    return processes.map(({ id, administration }) => `${administration}-practice/${id}`)
  }

  async expectOneResponsible(): Promise<void> {
    const shown = await this.show()
    const responsible = shown.responsibleAdministration
    expect(responsible === null).toBe(shown.status === 'closed')
  }

  /** Posts as a client would: what the engine did not answer in time is asked again under the same key. */
  private async post(path: string, as: string, body: object = {}): Promise<Answer> {
    const key = { 'idempotency-key': randomUUID() }
    for (let left = PATIENCE; ; left--) {
      const answer = await call('POST', path, as, body, key)
      if (![202, 503].includes(answer.status) || left === 0) return answer
      await sleep(1000)
    }
  }

  private async get<T>(path: string, as: string): Promise<T> {
    const body = await this.getIfShown<T>(path, as)
    if (body === null) throw new Error(`${path} not shown to ${as}`)
    return body
  }

  /** Reads, asked again likewise; null while there is nothing of it on that side. */
  private async getIfShown<T>(path: string, as: string): Promise<T | null> {
    for (let left = PATIENCE; ; left--) {
      const answer = await call<T>('GET', path, as, undefined, stated)
      if (answer.status === 200) return answer.body
      if (answer.status === 404) return null
      if (answer.status < 500 || left === 0) throw new Error(`${path} not read: ${answer.status}`)
      await sleep(1000)
    }
  }

  private show(): Promise<ShownCase> {
    return this.get<ShownCase>(`/cases/${this.played.id}`, 'tl-eva')
  }

  /** Plays the time forward, asked again likewise. */
  private async to(time?: string): Promise<void> {
    const until = moment(this.today, time)
    const answer = await this.post(`/practice/${this.played.id}/fast-forward`, 'tl-eva', { until })
    const passed = answer.status === 422 && answer.body['code'] === 'until-passed'
    if (answer.status !== 200 && !passed)
      throw new Error(`not played forward: ${JSON.stringify(answer.body)}`)
  }

  private async send(command: Command): Promise<Answer | undefined> {
    const shown = await this.show()
    const consent = at(shown.consents, 'n' in command ? command.n : 0)?.id ?? 'consent-00000000-1'
    const offers = [...new Set(shown.handovers.map(({ offer }) => offer))].filter(id =>
      id.startsWith('referral'),
    )
    const offer = at(offers, 'n' in command ? command.n : 0) ?? 'referral-00000000-1'
    const { socialWorker } = this
    switch (command.kind) {
      case 'ask':
        return this.ask(shown)
      case 'give': {
        const { giver } = command
        const body = command.form === 'oral' ? oralYes(giver) : { giver, form: 'paper' }
        return this.post(`/consents/${consent}/give`, socialWorker, body)
      }
      case 'givePart': {
        const body = { giver: command.giver, form: 'paper', kinds: ['wellbeing'] }
        return this.post(`/consents/${consent}/give`, socialWorker, body)
      }
      case 'refuse':
      case 'withdraw':
        return this.post(`/consents/${consent}/${command.kind}`, socialWorker, { giver: command.giver })
      case 'goOn':
        return this.goOn(shown)
      case 'offer':
        return this.inCase('hand-over', socialWorker, { unit: 'family-group' })
      case 'revoke':
        return this.post(`/handovers/${offer}/revoke`, socialWorker, {})
      case 'accept':
        return this.post(`/handovers/${offer}/accept`, 'fg-gitte', { screening: 'noClarification' })
      case 'decline': {
        const body = { reason: 'targetGroup', alternative: 'Åben rådgivning.' }
        return this.post(`/handovers/${offer}/decline`, 'fg-gitte', body)
      }
      case 'duty':
        return this.inCase('escalate', socialWorker)
      case 'override': {
        const body = { unit: 'family-group', why: 'Barnet har brug for det.' }
        return this.inCase('override-consent', 'tl-eva', body)
      }
      case 'handOver': {
        const to = socialWorker === 'sw-anna' ? 'sw-dina' : 'sw-anna'
        const answer = await this.inCase('hand-over', socialWorker, { to, reason: 'workload' })
        if (answer.status === 200) this.socialWorker = to
        return answer
      }
      case 'days':
        this.today += command.days
        await this.to()
        return undefined
      case 'close':
        return this.inCase('close', socialWorker, { code: 'other' })
      case 'reopen':
        return this.inCase('reopen', socialWorker)
    }
  }

  private inCase(path: string, as: string, body: object = {}): Promise<Answer> {
    return this.post(`/cases/${this.played.id}/${path}`, as, body)
  }

  private ask(shown: ShownCase): Promise<Answer> {
    const body = {
      kinds: ['wellbeing', 'familySituation'],
      givers: ['mother', 'father'].map(giver => ({ giver, custody: 'joint' })),
      deliveredOn: day(this.today),
    }
    const task = shown.tasks.find(({ kind }) => kind === 'requestConsent')
    if (task === undefined) return this.inCase('consents', this.socialWorker, body)
    return this.post(`/tasks/${task.id}/complete`, this.socialWorker, body)
  }

  /** The social worker answers the next question of the procedure. */
  private async goOn(shown: ShownCase): Promise<Answer | undefined> {
    const answers: Readonly<Record<string, object>> = {
      triage: { outcome: 'takenOn', why: 'Vi mødes igen.' },
      session: { heldOn: day(this.today), present: ['mother'], dutyCheck: noDuty, end: 'consent' },
      identify: { childName: 'Prøve Barn', custodyVerified: true },
      referral: { reason: 'Hverdagen hænger ikke sammen.' },
      declined: { decision: 'offerAgain', why: 'Ny oplysning.' },
      choose: { way: 'askAgain', why: 'Familien vil tænke over det.', dutyCheck: noDuty },
      followUp: { concern: 'same', next: 'newReferral' },
      notify: {
        identity: 'named',
        childName: 'Prøve Barn',
        abuse: false,
        parentsTold: 'both',
        observed: 'Barnet er alene hjemme.',
      },
    }
    const task = shown.tasks.find(({ kind }) => answers[kind] !== undefined)
    if (task === undefined) return undefined
    return this.post(`/tasks/${task.id}/complete`, this.socialWorker, answers[task.kind] ?? {})
  }
}

const stated = { 'x-brobygger-reason': 'review' }

function at<T>(items: readonly T[], n: number): T | undefined {
  return items.at(items.length === 0 ? 0 : -1 - (n % items.length))
}
