/** Where a long-running preparation tells what it is doing: one short line at a time. */
export type Say = (line: string) => void

/** Seconds since `began` (epoch milliseconds), for a progress line: `12.3 s`, or `2 min 5 s`. */
export function elapsed(began: number): string {
  const seconds = (Date.now() - began) / 1000
  return seconds < 60
    ? `${seconds.toFixed(1)} s`
    : `${String(Math.floor(seconds / 60))} min ${String(Math.floor(seconds % 60))} s`
}

/** Does `work` and says how long it took; says that it goes on when it takes long. */
export async function timed<T>(say: Say, title: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now()
  const stillAtIt = setInterval(() => {
    say(`${title} … ${elapsed(began)}`)
  }, 5000)
  try {
    const result = await work()
    say(`${title}: ${elapsed(began)}`)
    return result
  } finally {
    clearInterval(stillAtIt)
  }
}
