import { signalGroup } from './kill-group.js'
import { readRunning } from './running-file.js'

/**
 * Kills a part of a running system from another process than the one that supervises it, which starts it again.
 *
 * @param args.dataDir data folder of the running system
 */
export async function killPart(args: { dataDir: string; name: string }): Promise<void> {
  const { parts } = await readRunning(args.dataDir)
  const identity = parts[args.name]
  if (!identity) throw new Error(`${args.name} does not run in ${args.dataDir}`)
  signalGroup(identity.pid, 'SIGKILL')
}
