import { setTimeout as sleep } from 'node:timers/promises'
import { Sealer, SealTrouble, type HeadsFile } from '@brobygger/access-log'
import type { Logger } from '@brobygger/telemetry'
import pg from 'pg'
import type { SealMetrics } from './seal-metrics.js'

/** A block each second, in milliseconds. */
const PAUSE = 1_000

/** The same trouble is told again after this long, in milliseconds. */
const TELL_AGAIN = 60_000

interface Sealing {
  readonly databaseUrl: string
  readonly heads: HeadsFile
  readonly metrics: SealMetrics
  readonly log: Logger
  readonly signal: AbortSignal
}

/** Seals until the signal comes. Whatever goes wrong is told, and tried again: the lines stay until they are sealed. */
export async function sealForever(sealing: Sealing): Promise<void> {
  const { log, metrics, signal } = sealing
  let told = { code: '', at: 0 }
  while (!signal.aborted) {
    try {
      await sealWhileConnected(sealing)
    } catch (error) {
      metrics.trouble.set(1)
      const code = error instanceof SealTrouble ? error.code : 'sealer-failed'
      if (code !== told.code || Date.now() - told.at > TELL_AGAIN) {
        log.error({ code, err: error }, 'the access log is not sealed')
        told = { code, at: Date.now() }
      }
    }
    await pause(signal)
  }
}

/** One connection, and the lock that comes with it, until something fails. */
async function sealWhileConnected({ databaseUrl, heads, metrics, log, signal }: Sealing): Promise<void> {
  const db = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 2_000,
    statement_timeout: 30_000,
    keepAlive: true,
  })
  // A connection that breaks fails its next query; unheard, the break would end the process.
  db.on('error', () => undefined)
  try {
    await db.connect()
    const sealer = new Sealer(db, heads)
    while (!signal.aborted) {
      const sealed = await sealer.seal()
      metrics.trouble.set(0)
      if (typeof sealed === 'object') {
        const { number, lines, hash } = sealed.block
        metrics.lines.inc(lines)
        // The head stands in the log of the process, too: a second place outside the database.
        log.info({ block: number, lines, hash: hash.toString('hex') }, 'sealed')
      }
      metrics.lag.set(await sealer.lag())
      if (typeof sealed !== 'object' || !sealed.full) await pause(signal)
    }
  } finally {
    await db.end().catch(() => undefined)
  }
}

const pause = (signal: AbortSignal) => sleep(PAUSE, undefined, { signal }).catch(() => undefined)
