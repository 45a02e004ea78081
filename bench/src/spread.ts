/** Where most of the measured values lie. */
export interface Spread {
  readonly count: number
  readonly median: number
  readonly p95: number
}

/** @throws Error when nothing was measured */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  return { count: sorted.length, median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) }
}

/** Interpolated between the two nearest values, which are in ascending order. */
function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) throw new Error('Nothing was measured')
  return below + (above - below) * (place - Math.floor(place))
}
