import { createSecretKey, type KeyObject } from 'node:crypto'
import { KeysError } from './keys-error.js'
import type { MasterKeys, WrappedKey } from './master-keys.js'
import { run, type Queryable } from './queryable.js'
import { newSecret } from './scopes.js'

const FIND = 'select master_key, wrapped from keys.search_keys where administration = $1'
// All or none: where one administration has the key already, nobody makes another beside it.
const MAKE = `
  insert into keys.search_keys (administration, master_key, wrapped)
  select * from unnest($1::text[], $2::text[], $3::bytea[])`
const UNIQUE_VIOLATION = '23505'

/** What the search key is bound to for an administration. */
export const searchBinding = (administration: string): string =>
  JSON.stringify(['brobygger-search', administration])

/** Whether an administration has the key of the searchable hashes. */
export async function hasSearchKey(db: Queryable, administration: string): Promise<boolean> {
  return (await run(db, FIND, [administration])).length > 0
}

/** Gives the key of the searchable hashes to an administration that has none yet. */
export async function giveSearchKey(
  { db, masters }: { db: Queryable; masters: MasterKeys },
  key: KeyObject,
  to: string,
): Promise<void> {
  const plaintext = key.export()
  const wrapped = await masters.wrap({ administration: to, plaintext, bound: searchBinding(to) })
  await insert(db, [to], [wrapped])
}

/**
 * The key of the municipality's searchable hashes. Whoever needs it first makes it, for every administration that runs;
 * one that runs later is given it at set-up.
 * @param everyone ids of the administrations that run
 * @throws KeysError `keys-refused` where others have it and this administration was not given it
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
  await insert(db, order, wrapped)
  const made = await find()
  if (made === undefined) throw new KeysError('keys-refused', administration)
  return made
}

/** Writes the key for administrations; does nothing where one of them has it. */
async function insert(db: Queryable, to: readonly string[], wrapped: readonly WrappedKey[]): Promise<void> {
  try {
    await run(db, MAKE, [to, wrapped.map(key => key.keyId), wrapped.map(key => key.wrapped)])
  } catch (error) {
    if (!(error instanceof KeysError && error.detail === UNIQUE_VIOLATION)) throw error
  }
}
