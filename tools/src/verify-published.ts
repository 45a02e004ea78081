import { verifyLog, type HeadsFile } from '@brobygger/access-log'
import pg from 'pg'

type Watch = Pick<Parameters<typeof verifyLog>[0], 'onFinding' | 'onProgress'>

/** Computes the chain of the access log anew, as it stands at one moment, and compares it with the published heads. */
export function verifyPublished(
  url: string,
  { heads, ...watch }: { heads: HeadsFile } & Watch,
): ReturnType<typeof verifyLog> {
  return connected(url, async db => {
    await db.query('begin isolation level repeatable read read only')
    return await verifyLog({
      db,
      heads: heads.exists ? heads.all() : undefined,
      prunedTo: await heads.prunedTo(),
      ...watch,
    })
  })
}

/** Works with a connection of its own, and closes it. */
export async function connected<T>(
  connectionString: string,
  work: (db: pg.Client) => Promise<T>,
): Promise<T> {
  const db = new pg.Client({ connectionString })
  await db.connect()
  try {
    return await work(db)
  } finally {
    await db.end()
  }
}
