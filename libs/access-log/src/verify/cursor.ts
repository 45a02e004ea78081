import type { Queryable } from '../queryable.js'

/** The rows of a query, a few at a time, in a transaction that is open: however many there are, memory stays small. */
export async function* rowsOf<T>(
  db: Queryable,
  of: { name: 'blocks' | 'lines'; query: string; atOnce: number },
): AsyncGenerator<T, undefined> {
  await db.query(`declare ${of.name} no scroll cursor for ${of.query}`)
  for (;;) {
    const { rows } = await db.query(`fetch ${of.atOnce} from ${of.name}`)
    yield* rows as T[]
    if (rows.length < of.atOnce) break
  }
  await db.query(`close ${of.name}`)
  return undefined
}

/** An iterator that lets one look at the next item before taking it. */
export class Ahead<T> {
  private held: IteratorResult<T, unknown> | undefined

  constructor(private readonly items: AsyncIterator<T, unknown>) {}

  async peek(): Promise<T | undefined> {
    this.held ??= await this.items.next()
    return this.held.done === true ? undefined : this.held.value
  }

  async take(): Promise<T | undefined> {
    const item = await this.peek()
    if (item !== undefined) this.held = undefined
    return item
  }
}
