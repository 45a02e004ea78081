/** Which of its two outputs a part printed a line on. */
export type Output = 'stdout' | 'stderr'

/**
 * Failure lines of programs that log JSON: pino's numbers (50 and above) or a level's name. What they print
 * otherwise is a failure when it comes on the error output and names an error: a crash's message.
 */
export function isJsonFailure(line: string, output: Output): boolean {
  if (!line.startsWith('{')) return output === 'stderr' && /(error|exception|fatal)\b/i.test(line)
  const level = /"level":\s*"?(\w+)/.exec(line)?.[1] ?? ''
  return /^\d+$/.test(level) ? Number(level) >= 50 : ['error', 'fatal', 'panic', 'dpanic'].includes(level)
}

/**
 * Failure lines of PostgreSQL. A statement's own error is the business of whoever sent it, and a client that is
 * turned away while the server starts or stops comes again.
 */
export function isPostgresFailure(line: string): boolean {
  return /\b(FATAL|PANIC):/.test(line) && !/the database system is|terminating connection/.test(line)
}

/** A Temporal server logs many passing errors while its services find each other: only what ends it counts. */
export function isTemporalFailure(line: string): boolean {
  return (
    /"level":\s*"(fatal|panic|dpanic)"/.test(line) || /^(panic:|fatal error:|unable to start)/i.test(line)
  )
}

/** Failure lines of a program that logs plain text. */
export function isPlainFailure(line: string): boolean {
  return /\b(fatal|panic)\b/i.test(line)
}
