import type { CommandKey, Db } from '@brobygger/database'

/** Long enough ago for a repeat to go on at once. */
const LONG_AGO = '1970-01-01T00:00:00.000Z'

/** Lets a repeat go on with a command that did not come to its end. One round trip. */
export async function releaseIdempotent(db: Db, { person, key }: CommandKey): Promise<void> {
  await db
    .updateTable('idempotency')
    .set({ begun_at: LONG_AGO })
    .where('person', '=', person)
    .where('key', '=', key)
    .where('status', 'is', null)
    .execute()
}
