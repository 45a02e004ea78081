import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { leaders, statedReason } from '../all-sides.js'

/** One request may take this long; the API itself gives up earlier. In milliseconds. */
const REQUEST = 20_000
/** Between two tries, in milliseconds. */
const PAUSE = 300

/** A command as a client sends it. */
export interface Command {
  readonly as: string
  readonly path: string
  readonly body: object
}

/** An answer that says yes: done, or accepted and durable. */
export interface Acknowledgement {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  /** How often it had to be sent. */
  readonly tries: number
}

/** A command that was refused although it could not be. */
export class Refused extends Error {}

/**
 * A client that does what the API's documentation asks of one: every command has a key, and is sent again under it
 * until it is acknowledged.
 */
export class Api {
  /** Commands that were acknowledged, and how often they were sent altogether. */
  acknowledged = 0
  sent = 0
  /** Acknowledged with 202: durable, and not visible yet. */
  forLater = 0

  constructor(
    readonly url: string,
    /** How long a command or a question is repeated, in milliseconds. */
    private readonly patience = 300_000,
  ) {}

  /** @throws Refused for an answer that repeating does not change, Error when patience ends */
  async command({ as, path, body }: Command): Promise<Acknowledgement> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    const end = Date.now() + this.patience
    for (let tries = 1; ; tries++) {
      this.sent += 1
      const answer = await this.ask('POST', path, as, { headers, body: JSON.stringify(body) })
      if (answer !== undefined && answer.status < 300) {
        this.acknowledged += 1
        if (answer.status === 202) this.forLater += 1
        return { ...answer, tries }
      }
      if (answer !== undefined && isFinal(answer)) {
        const again = tries === 1 ? '' : ` at try ${tries}`
        throw new Refused(`${path} was refused${again}: ${answer.status} ${String(answer.body['code'])}`)
      }
      if (Date.now() > end) throw new Error(`${path} was not acknowledged in ${this.patience / 1000} s`)
      await sleep(PAUSE)
    }
  }

  /** What the leaders see of something who may; at least one must. @throws Error when patience ends */
  async getFromAllSides<T>(path: string, shape: z.ZodType<T>): Promise<readonly T[]> {
    const end = Date.now() + this.patience
    for (;;) {
      const views = await Promise.all(leaders.map(as => this.getIfShown(path, as, shape)))
      const shown = views.filter(view => view !== null)
      if (shown.length > 0) return shown
      if (Date.now() > end) throw new Error(`${path} is shown to nobody after ${this.patience / 1000} s`)
      await sleep(PAUSE)
    }
  }

  /** What a leader who says why sees of something; null when it is not for them. @throws Error when patience ends */
  async getIfShown<T>(path: string, as: string, shape: z.ZodType<T>): Promise<T | null> {
    const end = Date.now() + this.patience
    for (;;) {
      const answer = await this.ask('GET', path, as, { headers: statedReason })
      if (answer?.status === 200) return shape.parse(answer.body)
      if (answer !== undefined && isFinal(answer)) return null
      if (Date.now() > end) throw new Error(`${path} did not answer in ${this.patience / 1000} s`)
      await sleep(PAUSE)
    }
  }

  /** Asks until there is an answer. @throws Error when patience ends */
  async get<T>(path: string, as: string, shape: z.ZodType<T>): Promise<T> {
    const end = Date.now() + this.patience
    for (;;) {
      const answer = await this.ask('GET', path, as)
      if (answer?.status === 200) return shape.parse(answer.body)
      if (Date.now() > end) {
        throw new Error(
          `${path} did not answer in ${this.patience / 1000} s (${answer?.status ?? 'nothing'})`,
        )
      }
      await sleep(PAUSE)
    }
  }

  /** One try; undefined when nobody answered, or half an answer came. */
  private async ask(
    method: string,
    path: string,
    as: string,
    more: { headers?: Record<string, string>; body?: string } = {},
  ): Promise<Omit<Acknowledgement, 'tries'> | undefined> {
    try {
      const response = await fetch(`${this.url}/api${path}`, {
        ...more,
        method,
        headers: { ...more.headers, 'x-brobygger-person': as },
        signal: AbortSignal.timeout(REQUEST),
      })
      return { status: response.status, body: object.parse(await response.json()) }
    } catch {
      return undefined
    }
  }
}

const object = z.record(z.string(), z.unknown())

/** Whether asking again would give the same: not while something is down, or the first try still runs. */
function isFinal({ status, body }: Omit<Acknowledgement, 'tries'>): boolean {
  return status < 500 && body['code'] !== 'command-running'
}
