import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { repositoryFolder } from '@brobygger/config'
import { startSystem, type System } from '@brobygger/tools'

/** Says on the error output how far it is: the figures alone go to the other. */
export const say = (line: string): void => {
  console.error(`  ${line}`)
}

/**
 * Measures on a system of its own, with its own database and server: what is counted must be nobody else's, and the
 * cases are thrown away. Ctrl-C stops it and leaves nothing behind.
 */
export async function withOwnSystem<T>(measure: (system: System) => Promise<T>): Promise<T> {
  const signals = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      signals.abort()
    })
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'brobygger-bench-'))
  try {
    const { DATABASE_URL: _database, TEMPORAL_ADDRESS: _server, ...env } = process.env
    const system = await startSystem({
      dataDir,
      ui: false,
      municipalityFile: join(repositoryFolder, 'config', 'municipality.json'),
      logLevel: 'warn',
      env,
      log: say,
      signal: signals.signal,
      onFailure: reason => {
        console.error(`The system has stopped: ${reason.message}`)
        process.exit(1)
      },
    })
    try {
      return await Promise.race([measure(system), interrupted(signals.signal)])
    } finally {
      await system.stop()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

function interrupted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('The benchmark was interrupted.'))
    })
  })
}
