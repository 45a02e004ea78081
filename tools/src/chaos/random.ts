/** A source of chance that gives the same again for the same seed. */
export interface Random {
  /** A number from 0 up to 1. */
  next(): number
  /** A whole number of both bounds and what lies between. */
  between(least: number, most: number): number
  pick<T>(from: readonly [T, ...T[]]): T
}

/** Mulberry32: 32 bits of state are plenty for choosing what to kill. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: from => from[Math.floor(next() * from.length)] ?? from[0],
  }
}
