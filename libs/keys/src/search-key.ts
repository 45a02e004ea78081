import { createSecretKey, type KeyObject } from 'node:crypto'
import { KeysError } from './keys-error.js'
import type { MasterKeys } from './master-keys.js'
import { run, type Queryable } from './queryable.js'
import { newSecret } from './scopes.js'

const FIND = 'select master_key, wrapped from keys.search_keys where administration = $1'
// All or none, in one order: of two who make the key at once, one does.
const MAKE = `
  insert into keys.search_keys (administration, master_key, wrapped)
  select * from unnest($1::text[], $2::text[], $3::bytea[]) on conflict do nothing`

/** What the search key is bound to for an administration. */
export const searchBinding = (administration: string): string =>
  JSON.stringify(['brobygger-search', administration])

/**
 * The key of the municipality's searchable hashes. Whoever needs it first makes it, for every administration.
 * @param everyone ids of all administrations
 */
export async function findOrMakeSearchKey(
  of: { db: Queryable; masters: MasterKeys; administration: string },
  everyone: readonly string[],
): Promise<KeyObject> {
  const { db, masters, administration } = of
  const find = async (): Promise<KeyObject | undefined> => {
    const [row] = (await run(db, FIND, [administration])) as { master_key: string; wrapped: Buffer }[]
    if (row === undefined) return undefined
    const { master_key: keyId, wrapped } = row
    return createSecretKey(
      await masters.unwrap({ administration, keyId, wrapped, bound: searchBinding(administration) }),
    )
  }
  const known = await find()
  if (known !== undefined) return known
  const secret = newSecret()
  const order = [...everyone].sort()
  const wrapped = await Promise.all(
    order.map(one => masters.wrap({ administration: one, plaintext: secret, bound: searchBinding(one) })),
  )
  await run(db, MAKE, [order, wrapped.map(key => key.keyId), wrapped.map(key => key.wrapped)])
  const made = await find()
  if (made === undefined) throw new KeysError('keys-refused', administration)
  return made
}
