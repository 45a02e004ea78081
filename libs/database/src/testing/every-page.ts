import type { Page } from '../reads/page.js'

/** All items of a list, page by page. */
export async function everyPage<T>(page: (cursor?: string) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { items: more, next } = await page(cursor)
    items.push(...more)
    cursor = next
  }
  return items
}
