/** Does the work for each thing, so many at a time, in their order. Begins nothing more after the signal. */
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
  await Promise.all(Array.from({ length: width }, lane))
}
