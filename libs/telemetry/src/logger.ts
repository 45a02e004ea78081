import { pino, stdTimeFunctions, type DestinationStream, type LogFn, type Logger } from 'pino'
import { errorFacts } from './error-facts.js'
import { loggable } from './loggable.js'
import { masked, maskText } from './masked.js'

export type { Logger } from 'pino'

/** How a process logs. */
export interface LoggerOptions {
  /** Which process speaks, e.g. `worker`; appears as `app`. */
  readonly name: string
  /** Lowest level written: trace, debug, info, warn, error, fatal or silent. */
  readonly level?: string
  /** Where lines go; standard output when left out. */
  readonly destination?: DestinationStream
}

/**
 * A logger of JSON lines with ISO times. No line leaves it with free text or a number like a CPR number: every
 * finished line is read again and cleaned, so it does not matter how something came into it.
 */
export function logger({ name, level = 'info', destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: { app: name, pid: process.pid },
    timestamp: stdTimeFunctions.isoTime,
    // Off: the error's own serializer would write its message.
    serializers: { err: (error: unknown) => error },
    formatters: { level: (label: string) => ({ level: label }), log: loggable },
    hooks: { streamWrite: cleanLine, logMethod: withoutErrorMessage },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

function cleanLine(line: string): string {
  try {
    return `${JSON.stringify(masked(JSON.parse(line)))}\n`
  } catch {
    return maskText(line)
  }
}

/** Where an error is logged without words, pino takes the error's message for them; its type has to do. */
function withoutErrorMessage(this: Logger, [first, ...rest]: Parameters<LogFn>, write: LogFn): void {
  const fields: unknown = first instanceof Error ? { err: first } : first
  const error = typeof fields === 'object' && fields !== null && 'err' in fields ? fields.err : undefined
  const words = rest[0] === undefined && error instanceof Error ? [errorFacts(error).type] : rest
  Reflect.apply(write, this, [fields, ...words])
}
