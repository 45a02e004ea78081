import type { OutsideSystem } from './systems.js'

/** How a system is treated: what it is given at once, and what it is not waited for. */
export interface Limits {
  /** How long one call may take, the answer's last byte included, in milliseconds. */
  readonly timeoutMs: number
  /** Calls at the same time from one worker process; further ones wait their turn. */
  readonly connections: number
}

/** The one table of limits: adapters read it, and `docs/operations.md` shows it. */
export const limits: Readonly<Record<OutsideSystem, Limits>> = {
  institutionRegister: { timeoutMs: 5_000, connections: 4 },
  email: { timeoutMs: 5_000, connections: 8 },
  digitalPost: { timeoutMs: 10_000, connections: 4 },
  personRegister: { timeoutMs: 5_000, connections: 4 },
  personEvents: { timeoutMs: 10_000, connections: 1 },
  schoolAbsence: { timeoutMs: 10_000, connections: 1 },
  caseIndex: { timeoutMs: 10_000, connections: 4 },
  familyCaseSystem: { timeoutMs: 5_000, connections: 4 },
}

/**
 * How an activity repeats an outward call: for as long as an outage lasts, at growing intervals, or after the wait that
 * the system asks for.
 */
export const outwardRetry = {
  initialInterval: '1s',
  backoffCoefficient: 2,
  maximumInterval: '1 minute',
} as const
