import { patched } from '@temporalio/workflow'

/** The short call that is under way, or the last of those that wait for it. */
let last: Promise<void> | undefined

/**
 * Makes short calls one after the other. Two that run side by side may come back in either order; in a replay both are
 * back at once, and a process that was quick to act on the first would no longer do what its history says.
 */
export function inTurn<Activities extends object>(activities: Activities): Activities {
  return new Proxy(activities, {
    get: (of, name) => {
      const activity: unknown = Reflect.get(of, name)
      return typeof activity === 'function'
        ? (...args: unknown[]) => takeTurn(() => Reflect.apply(activity, undefined, args) as Promise<unknown>)
        : activity
    },
  })
}

function takeTurn<T>(call: () => Promise<T>): Promise<T> {
  // Histories from before have calls that ran side by side.
  const made = last !== undefined && patched('calls-in-turn') ? last.then(call) : call()
  const done = made.then(nothing, nothing).then(() => {
    if (last === done) last = undefined
  })
  last = done
  return made
}

const nothing = (): void => undefined
