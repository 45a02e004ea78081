import { call, type Answer } from './http.js'

interface Page<Row> {
  readonly items: readonly Row[]
  readonly next: string | null
}

/** What a list holds for somebody, page after page; nothing for whoever has no such list. */
export async function* pagesOf<Row>(path: string, as: string): AsyncGenerator<readonly Row[]> {
  const first = `${path}${path.includes('?') ? '&' : '?'}limit=100`
  for (let next: string | null = ''; next !== null;) {
    const answer: Answer<Page<Row>> = await call<Page<Row>>('GET', `${first}${next}`, as)
    const { body, status } = answer
    if (status === 403) return
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
    yield body.items
    next = body.next === null ? null : `&cursor=${encodeURIComponent(body.next)}`
  }
}

/** Everything that a list holds for somebody. */
export async function wholeList<Row>(path: string, as: string): Promise<Row[]> {
  const rows: Row[] = []
  for await (const page of pagesOf<Row>(path, as)) rows.push(...page)
  return rows
}
