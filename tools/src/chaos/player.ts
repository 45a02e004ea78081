import { setTimeout as sleep } from 'node:timers/promises'
import { seenTogether } from '../all-sides.js'
import { type Api } from './api.js'
import { newChild, nobodysNumber } from './children.js'
import { shownCase, type ShownCase } from './shapes.js'

/** How long anybody waits for what comes next unless said otherwise, in milliseconds. */
const PATIENCE = 300_000

/** What the event log must hold once a command was acknowledged: an event with these fields, and one only. */
export type Proof = Readonly<{ type: string } & Record<string, string>>

/** Everybody who has a part in one case, doing what they do in the procedure. */
export class Player {
  /** What was acknowledged so far. */
  readonly proofs: Proof[] = []
  private known: string | undefined

  constructor(
    private readonly api: Api,
    readonly institution: string,
    /** Waits as people do between two commands. */
    private readonly think: () => Promise<unknown> = () => Promise.resolve(),
    /** Where the simulated registers are; without them nobody knows the child. */
    private readonly simulatorsUrl?: string,
    /** How long what comes next may let itself be waited for, in milliseconds. */
    private readonly patience = PATIENCE,
  ) {}

  get caseId(): string {
    if (this.known === undefined) throw new Error('the case is not raised yet')
    return this.known
  }

  /** The number of the child, whom the register of persons knows. */
  async childsNumber(): Promise<string> {
    return this.simulatorsUrl === undefined ? nobodysNumber() : await newChild(this.simulatorsUrl)
  }

  async raise(form: object): Promise<void> {
    const { body } = await this.api.command({
      as: `r-${this.institution}`,
      path: '/concerns',
      body: {
        raiserRole: 'educator',
        institution: this.institution,
        ageBand: '3-5',
        severity: 'less',
        parentsInformed: 'both',
        seen: 'Barnet trækker sig fra de andre børn.',
        ...form,
      },
    })
    this.known = String(body['caseId'])
    this.proofs.push({ type: 'concernRaised' })
  }

  /** Answers the open task of a kind, as the person who has it, as soon as it is there. */
  async answer(kind: string, form: object): Promise<void> {
    const task = await this.until(`task ${kind}`, ({ tasks }) =>
      tasks.find(candidate => candidate.kind === kind && candidate.status === 'open'),
    )
    const as = task.person ?? (task.role === 'familyHouseTherapist' ? 'fh-karen' : 'fg-gitte')
    await this.send(
      { as, path: `/tasks/${task.id}/complete`, body: form },
      { type: 'taskCompleted', task: task.id },
    )
  }

  async give(giver: string): Promise<void> {
    const { id } = await this.until('consent', ({ consents }) =>
      consents.find(({ status }) => status === 'delivered'),
    )
    const command = { as: 'sw-anna', path: `/consents/${id}/give`, body: { giver, form: 'paper' } }
    await this.send(command, { type: 'consentGiven', consent: id, giver })
  }

  /** The family group takes over. */
  async accept(): Promise<void> {
    const answering = await this.until('offer', ({ tasks }) =>
      tasks.find(({ kind, status }) => kind === 'answerReferral' && status === 'open'),
    )
    const offer = answering.id.replace(/\.\d+$/, '')
    const body = { screening: 'noClarification' }
    await this.send(
      { as: 'fg-gitte', path: `/handovers/${offer}/accept`, body },
      { type: 'taskCompleted', task: answering.id },
    )
  }

  async note(): Promise<void> {
    const body = { text: 'Talt med institutionen.' }
    await this.think()
    const answer = await this.api.command({ as: 'sw-anna', path: `/cases/${this.caseId}/notes`, body })
    this.proofs.push({ type: 'noteAdded', note: String(answer.body['entry']) })
  }

  async pauseAndResume(): Promise<void> {
    const path = `/cases/${this.caseId}`
    await this.send(
      { as: 'sw-anna', path: `${path}/pause`, body: { reason: 'hospital' } },
      { type: 'paused' },
    )
    await this.send({ as: 'sw-anna', path: `${path}/resume`, body: {} }, { type: 'resumed' })
  }

  /** The case as the leaders of both administrations see it together. */
  async show(): Promise<ShownCase> {
    const views = await this.api.getFromAllSides(`/cases/${this.caseId}`, shownCase)
    return shownCase.parse(seenTogether(views))
  }

  /** Waits until the case and all its processes have ended. */
  async closed(): Promise<ShownCase> {
    return this.until('end', shown =>
      shown.status === 'closed' && shown.processes.every(({ status }) => status === 'closed')
        ? shown
        : undefined,
    )
  }

  private async send(command: Parameters<Api['command']>[0], proof: Proof): Promise<void> {
    await this.think()
    await this.api.command(command)
    this.proofs.push(proof)
  }

  private async until<T>(what: string, find: (shown: ShownCase) => T | undefined): Promise<T> {
    const end = Date.now() + this.patience
    for (;;) {
      // What was accepted with 202 may not be shown yet, the case itself included.
      const found = find(await this.show())
      if (found !== undefined) return found
      if (Date.now() > end) throw new Error(`${this.caseId}: no ${what} after ${this.patience / 1000} s`)
      await sleep(200)
    }
  }
}
