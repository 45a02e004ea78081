import type { Config } from '@brobygger/config'
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { HttpRequest } from '../http/exchange.js'
import { Problem } from '../http/problem.js'
import { CONFIG } from '../tokens.js'

const MINUTE = 60

/**
 * Refuses a person's requests beyond so many a minute: nobody reads hundreds of cases by hand. Each process of the API
 * counts by itself.
 */
@Injectable()
export class RateGuard implements CanActivate {
  private readonly limiter: RateLimiterMemory

  constructor(@Inject(CONFIG) config: Pick<Config, 'REQUESTS_PER_MINUTE'>) {
    this.limiter = new RateLimiterMemory({ points: config.REQUESTS_PER_MINUTE, duration: MINUTE })
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { caller } = context.switchToHttp().getRequest<HttpRequest>()
    if (caller === undefined) return true
    try {
      await this.limiter.consume(caller.id)
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      const seconds = Math.ceil(error.msBeforeNext / 1000)
      throw new Problem('too-many-requests', { headers: { 'Retry-After': String(seconds) } })
    }
    return true
  }
}
