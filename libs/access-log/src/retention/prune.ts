import type { HeadsFile } from '../heads/heads-file.js'
import type { Queryable } from '../queryable.js'

/** What was taken out. */
export interface Prune {
  /** The last block whose lines are gone; 0 when none are. */
  readonly to: number
  readonly lines: number
}

/**
 * Takes out the lines of every block that was sealed before a moment, and what leaders said before it. Whole blocks, from
 * the oldest on; the blocks stay, and their digests with them. It is published first: a crash in between leaves lines that
 * the next call takes out. Verify before: what is wrong with a line cannot be seen when it is gone.
 * @param args.db as the owner of the schema, outside any transaction; the database lets no line younger than a year go
 * @param args.before ISO instant
 */
export async function pruneLog(args: { db: Queryable; heads: HeadsFile; before: string }): Promise<Prune> {
  const { db, heads, before } = args
  const found = await db.query(
    'select max(number)::text as number from access_log.blocks where sealed_at < $1::timestamptz',
    [before],
  )
  const last = Number((found.rows as { number: string | null }[])[0]?.number ?? 0)
  const published = await heads.prunedTo()
  if (last > published) await heads.append({ prunedTo: last, at: new Date().toISOString() })
  const to = Math.max(last, published)
  if (to === 0) return { to, lines: 0 }
  const { rows } = await db.query(
    `with gone as (
      delete from access_log.entries
      where txid < (select to_txid from access_log.blocks where number = $1) returning id)
    select count(*)::int as lines from gone`,
    [to],
  )
  await db.query('delete from access_log.reviews where at < $1::timestamptz', [before])
  return { to, lines: (rows as { lines: number }[])[0]?.lines ?? 0 }
}
