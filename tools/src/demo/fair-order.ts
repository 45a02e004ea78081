/**
 * Lays out so many of each kind in an order in which every beginning is a fair sample: after the first n of all N,
 * each kind has had about n/N of its own.
 */
export function fairOrder<K extends string>(counts: Readonly<Record<K, number>>, random: () => number): K[] {
  const kinds = Object.entries(counts) as [K, number][]
  return kinds
    .flatMap(([kind, count]) => {
      const start = random()
      return Array.from({ length: count }, (_, i) => ({ kind, place: (i + start) / count }))
    })
    .sort((a, b) => a.place - b.place)
    .map(({ kind }) => kind)
}
