import { setTimeout as sleep } from 'node:timers/promises'
import type { System } from '../system.js'
import type { Random } from './random.js'

/** A part that was killed. */
export interface Strike {
  readonly part: string
  /** Until it served again, in milliseconds. */
  readonly recovery: number
}

/** Between two blows, in milliseconds. */
const CALM = { least: 500, most: 5_000 }

/** Kills parts at random moments, now and then two at once, until the signal comes; told of each that serves again. */
export async function strike(args: {
  system: Pick<System, 'parts' | 'kill'>
  random: Random
  signal: AbortSignal
  struck: (strike: Strike) => void
}): Promise<void> {
  const { system, random, signal, struck } = args
  const [first, ...others] = system.parts
  if (first === undefined) throw new Error('the system has no parts to kill')
  const kill = async (part: string) => {
    const began = Date.now()
    await system.kill(part)
    struck({ part, recovery: Date.now() - began })
  }
  for (;;) {
    const calm = random.between(CALM.least, CALM.most)
    const goesOn = await sleep(calm, true, { signal }).catch(() => false)
    if (!goesOn) return
    const parts = new Set([random.pick([first, ...others])])
    if (random.next() < 0.25) parts.add(random.pick([first, ...others]))
    await Promise.all([...parts].map(kill))
  }
}
