import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '@brobygger/config'
import type { Say } from '../progress.js'
import { startSystem } from '../system.js'

/** A system to play on. */
export interface FoundSystem {
  readonly apiUrl: string
  /** Leaves a running system as it is, and removes a temporary one. */
  readonly leave: () => Promise<void>
}

/**
 * The running system, or a temporary one of its own in a folder that is removed afterwards.
 * @throws Error when an address was asked for and nothing answers there
 */
export async function findSystem(args: {
  asked: string | undefined
  config: Config
  signal: AbortSignal
  say: Say
}): Promise<FoundSystem> {
  const { asked, config, signal, say } = args
  const apiUrl = asked ?? `http://127.0.0.1:${config.API_PORT}`
  if (await answers(apiUrl)) {
    say(`playing on the system at ${apiUrl}`)
    return { apiUrl, leave: () => Promise.resolve() }
  }
  if (asked !== undefined) throw new Error(`No Brobygger answers at ${asked}`)
  say(`no system answers at ${apiUrl}: starting a temporary one`)
  const dataDir = await mkdtemp(join(tmpdir(), 'brobygger-demo-'))
  const remove = () => rm(dataDir, { recursive: true, force: true })
  try {
    const system = await startSystem({
      dataDir,
      ui: false,
      municipalityFile: config.MUNICIPALITY_FILE,
      logLevel: 'warn',
      env: process.env,
      log: say,
      signal,
      onFailure: reason => {
        console.error(`The system has stopped: ${reason.message}`)
        process.exit(1)
      },
    })
    const leave = async () => {
      await system.stop()
      await remove()
    }
    return { apiUrl: system.apiUrl, leave }
  } catch (error) {
    await remove()
    throw error
  }
}

async function answers(apiUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${apiUrl}/api/health/ready`, { signal: AbortSignal.timeout(5_000) })).ok
  } catch {
    return false
  }
}
