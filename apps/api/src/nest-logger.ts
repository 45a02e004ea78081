import type { Logger } from '@brobygger/telemetry'
import type { LoggerService } from '@nestjs/common'

/** Lets the framework write through the process's logger, without its chatter about every route. */
export function nestLogger(log: Logger): LoggerService {
  return {
    log: (_message: unknown, context: unknown) => log.debug({ context }, 'framework'),
    warn: (message: unknown, context: unknown) => log.warn({ context, said: String(message) }, 'framework'),
    error: (message: unknown, ...context: unknown[]) =>
      log.error({ context, said: String(message) }, 'framework'),
  }
}
