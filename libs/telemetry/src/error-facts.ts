/** What a log may say of an error. */
export interface ErrorFacts {
  readonly type: string
  /** The error's own stable code, or the operating system's or database's. */
  readonly code?: string
  /** The operating system's words, which hold paths and addresses only. */
  readonly system?: string
  /** Where it happened, without the message that a stack begins with. */
  readonly stack: string
  readonly cause?: ErrorFacts
}

/** A chain of causes is followed this far. */
const MAX_CAUSES = 5
const CODE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/

/**
 * An error without its message. Messages quote what they stumbled over: JSON parsers, databases, schemas and other
 * people's code do, and here that may be a text about a child. Our own errors say what happened by their code.
 */
export function errorFacts(error: Error, causesLeft = MAX_CAUSES): ErrorFacts {
  const code: unknown = 'code' in error ? error.code : undefined
  const isSystem = 'syscall' in error && typeof error.syscall === 'string'
  return {
    type: error.constructor.name || error.name,
    ...(typeof code === 'string' && CODE.test(code) && { code }),
    ...(isSystem && { system: error.message }),
    stack: framesOf(error.stack),
    ...(error.cause instanceof Error && causesLeft > 0 && { cause: errorFacts(error.cause, causesLeft - 1) }),
  }
}

const framesOf = (stack = ''): string =>
  stack
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .map(line => line.trim())
    .join('\n')
