import { randomUUID } from 'node:crypto'
import type { Logger } from '@brobygger/telemetry'
import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import { AccessRecorder } from '../access-log/access-recorder.js'
import { LOGGER, ROUTES } from '../tokens.js'
import { methodsAt, type Route } from './route.js'
import type { HttpRequest, HttpResponse } from './exchange.js'
import { problemOf } from './problem-of.js'
import { Problem, problemBody } from './problem.js'

/**
 * Writes every error as application/problem+json; logs those that are ours, under the number the
 * answer carries. What was refused stands in the access log before the answer leaves.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(ROUTES) private readonly routes: readonly Route[],
    private readonly recorder: AccessRecorder,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp()
    const request = http.getRequest<HttpRequest>()
    const response = http.getResponse<HttpResponse>()
    const problem = this.withMethods(problemOf(error), request)
    if (problem.status < 500) await this.recorder.refused(request, problem.code)
    const instance = problem.status >= 500 ? `urn:uuid:${randomUUID()}` : undefined
    if (instance !== undefined) {
      this.log.error({ err: problem.more.cause ?? problem, code: problem.code, instance }, 'a request failed')
    }
    if (response.headersSent) return response.end()
    response
      .status(problem.status)
      .set(problem.more.headers ?? {})
      .type('application/problem+json')
      .send(JSON.stringify(problemBody(problem, instance)))
  }

  /** An address that exists, asked in another way, is told which ways there are. */
  private withMethods(problem: Problem, { method, originalUrl }: HttpRequest): Problem {
    if (problem.code !== 'not-found') return problem
    const methods = methodsAt(this.routes, originalUrl.replace(/\?.*$/s, ''))
    if (methods.length === 0 || methods.includes(method)) return problem
    return new Problem('method-not-allowed', { headers: { Allow: methods.join(', ') } })
  }
}
