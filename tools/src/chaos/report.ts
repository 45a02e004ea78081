import type { Api } from './api.js'
import type { PlayedCase } from './played-case.js'
import type { Strike } from './strikes.js'

/** What a run of chaos found. */
export interface Findings {
  readonly seed: number
  readonly strikes: readonly Strike[]
  readonly api: Pick<Api, 'acknowledged' | 'sent' | 'forLater'>
  readonly played: readonly PlayedCase[]
  /** From the last blow until every case had ended, in milliseconds. */
  readonly recovery: number
  readonly violations: readonly string[]
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`

/** The findings as a page of text. */
export function report({ seed, strikes, api, played, recovery, violations }: Findings): string {
  const events = played.reduce((sum, { events }) => sum + events.length, 0)
  const letters = played.flatMap(({ events }) => events.filter(({ body }) => body.type === 'letterSent'))
  return [
    `Seed ${seed}`,
    ...[...new Set(strikes.map(({ part }) => part))].sort().map(part => {
      const times = strikes
        .filter(strike => strike.part === part)
        .map(strike => strike.recovery)
        .sort((a, b) => a - b)
      const median = times[Math.floor(times.length / 2)] ?? 0
      return `  killed ${part.padEnd(26)} ${String(times.length).padStart(3)}×, served again after ${seconds(median)} (median), ${seconds(times.at(-1) ?? 0)} at most`
    }),
    `  commands acknowledged ${api.acknowledged}, of them ${api.forLater} for later (202); sent ${api.sent}×`,
    `  cases ended ${played.length}, events ${events}, letters ${letters.length}`,
    `  every case had ended ${seconds(recovery)} after the last kill`,
    violations.length === 0
      ? 'Nothing acknowledged was lost, and nothing was done twice.'
      : `${violations.length} violations:\n${violations.map(violation => `  ${violation}`).join('\n')}`,
  ].join('\n')
}
