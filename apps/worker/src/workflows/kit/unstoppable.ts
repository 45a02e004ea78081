import { CancellationScope } from '@temporalio/workflow'

/**
 * Lets something run to its end although the step that began it may be turned elsewhere meanwhile: what has been sent
 * is sent. The step itself does not wait for it then, because the duty to notify waits for nothing.
 */
export async function unstoppable<T>(run: () => Promise<T>): Promise<T> {
  const running = CancellationScope.nonCancellable(run)
  running.catch(() => undefined)
  return Promise.race([running, CancellationScope.current().cancelRequested])
}
