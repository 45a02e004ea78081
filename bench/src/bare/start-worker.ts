import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/**
 * Starts the worker of the bare workflow, and resolves when it polls. Returns how to stop it.
 * @throws Error when it ends before it polls
 */
export async function startBareWorker(address: string): Promise<() => Promise<void>> {
  const child = fork(fileURLToPath(new URL('./worker.js', import.meta.url)), [address])
  const exited = once(child, 'exit')
  const ready = await Promise.race([once(child, 'message').then(() => true), exited.then(() => false)])
  if (!ready) throw new Error('The worker of the bare workflow did not start')
  return async () => {
    if (child.connected) child.disconnect()
    await exited
  }
}
