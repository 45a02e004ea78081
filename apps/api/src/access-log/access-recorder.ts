import { AccessLog } from '@brobygger/access-log'
import { Counter, type Logger, type Registry } from '@brobygger/telemetry'
import { Inject, Injectable } from '@nestjs/common'
import type { HttpRequest } from '../http/exchange.js'
import { Problem } from '../http/problem.js'
import { LOGGER, METRICS } from '../tokens.js'
import { entryOf } from './entry-of.js'

/** Writes each request into the access log before its answer leaves. */
@Injectable()
export class AccessRecorder {
  private readonly missing: Counter

  constructor(
    private readonly accessLog: AccessLog,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(METRICS) registry: Registry,
  ) {
    this.missing = new Counter({
      name: 'brobygger_access_log_missing_total',
      help: 'Commands and refusals that were answered while the access log could not be written',
      labelNames: ['outcome'],
      registers: [registry],
    })
  }

  /**
   * Writes an answer down. What shows something is held back with `log-unavailable` when it cannot be written. A
   * command has been carried out by then and stands in the event log: its answer, which shows codes alone, goes out.
   */
  async answered(request: HttpRequest, answer: unknown): Promise<void> {
    const { logged } = request
    if (logged === undefined) return
    const entry = entryOf({ request, ...logged, refusal: null, answer })
    try {
      await this.accessLog.write([entry])
    } catch (error) {
      if (logged.shows) {
        throw new Problem('log-unavailable', { cause: error, headers: { 'Retry-After': '5' } })
      }
      this.miss(entry.action, 'allowed', error)
    }
  }

  /**
   * Writes a refused attempt down. It is refused even when that cannot be written: nothing is shown. Whoever asks too
   * often is not written down each time: that would fill the log for them.
   */
  async refused(request: HttpRequest, refusal: string): Promise<void> {
    const { logged } = request
    if (logged === undefined || refusal === 'too-many-requests') return
    const entry = entryOf({ request, ...logged, refusal })
    await this.accessLog.write([entry]).catch((error: unknown) => {
      this.miss(entry.action, 'refused', error)
    })
  }

  private miss(action: string, outcome: string, err: unknown): void {
    this.missing.inc({ outcome })
    this.log.warn({ action, outcome, err }, 'not in the access log')
  }
}
