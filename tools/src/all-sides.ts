/** Who leads each unit of the made-up municipality. */
export const leaders = ['tl-eva', 'fl-ida', 'hl-olga'] as const

/** With this a leader says why they look: without it they see tasks, dates and owners only. */
export const statedReason = { 'x-brobygger-reason': 'review' } as const

/**
 * What several people see of one thing, put together, since nobody sees a case from both sides: all items of a list,
 * each once and the earliest first; otherwise what anybody sees. Empty when nobody sees it.
 */
export function seenTogether<T extends object>(views: readonly Partial<T>[]): Partial<T> {
  const names = [...new Set(views.flatMap(view => Object.keys(view)))] as (keyof T)[]
  return Object.fromEntries(names.map(name => [name, together(views.map(view => view[name]))])) as Partial<T>
}

function together(values: readonly unknown[]): unknown {
  if (!values.some(Array.isArray)) return values.find(value => value != null) ?? null
  const items = new Map(values.flat().map(item => [JSON.stringify(item), item]))
  return [...items.values()].sort((a, b) => dateOf(a).localeCompare(dateOf(b)))
}

/** The date by which a list is in order. */
function dateOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return ''
  const { dueAt, startedAt, requestedAt, offeredAt, sentAt, at } = item as Record<string, string>
  return dueAt ?? startedAt ?? requestedAt ?? offeredAt ?? sentAt ?? at ?? ''
}
