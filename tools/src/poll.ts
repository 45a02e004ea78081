import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Calls `attempt` until it gives something; errors count as 'not yet'.
 *
 * @param args.within milliseconds after which it is given up
 * @param args.every milliseconds between two attempts
 * @throws Error naming `what` and the last error's message
 */
export async function poll<T>(args: {
  what: string
  within: number
  every: number
  attempt: () => Promise<T | undefined>
  signal?: AbortSignal
}): Promise<T> {
  const end = Date.now() + args.within
  let reason = 'no answer'
  for (;;) {
    args.signal?.throwIfAborted()
    try {
      const result = await args.attempt()
      if (result !== undefined) return result
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error)
    }
    if (Date.now() > end) {
      throw new Error(`${args.what}: not there after ${String(args.within / 1000)} s (${reason})`)
    }
    await sleep(args.every, undefined, args.signal ? { signal: args.signal } : {})
  }
}
