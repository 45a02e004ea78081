import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, type ProcessIdentity } from '../process-identity.js'
import { signalGroup } from './kill-group.js'
import { readRunning } from './running-file.js'

/** Parts that answer a polite signal within this many milliseconds lose nothing; the others are killed. */
const patience = 15_000

/**
 * Ends what an earlier supervisor left behind when it was killed. Only processes that are noted in the data
 * folder and still are the very ones that were noted (same number and start time) are touched.
 *
 * @returns the names of the parts that were ended
 */
export async function endLeftovers(dataDir: string): Promise<string[]> {
  const { parts } = await readRunning(dataDir)
  const alive: [string, ProcessIdentity][] = []
  for (const [name, identity] of Object.entries(parts))
    if (await isAlive(identity)) alive.push([name, identity])
  await Promise.all(alive.map(([name, identity]) => end(name, identity)))
  return alive.map(([name]) => name)
}

async function end(name: string, identity: ProcessIdentity): Promise<void> {
  // On SIGINT PostgreSQL closes its clients and shuts down; on SIGTERM it would wait for them.
  signalGroup(identity.pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM')
  const until = Date.now() + patience
  while (Date.now() < until) {
    if (!(await isAlive(identity))) return
    await sleep(100)
  }
  signalGroup(identity.pid, 'SIGKILL')
}
