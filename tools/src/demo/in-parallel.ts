/**
 * Does the work for each thing, so many at a time, in their order. Begins nothing more after the signal, and ends
 * when nothing is under way any more.
 *
 * @throws what the signal says, or what came in the way first
 */
export async function inParallel<T>(args: {
  things: readonly T[]
  width: number
  signal: AbortSignal
  work: (thing: T) => Promise<void>
}): Promise<void> {
  const { things, width, signal, work } = args
  const waiting = things.values()
  const lane = async () => {
    for (const thing of waiting) {
      signal.throwIfAborted()
      await work(thing)
    }
  }
  const lanes = await Promise.allSettled(Array.from({ length: width }, lane))
  const failed = lanes.find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}
