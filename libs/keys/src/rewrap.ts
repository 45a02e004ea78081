import { GRANT_FACTS, grantBinding } from './grants.js'
import type { MasterKeys } from './master-keys.js'
import { run, type Queryable } from './queryable.js'
import { scopeBinding } from './scopes.js'
import { searchBinding } from './search-key.js'

/** So many keys are wrapped anew in one statement. */
const BATCH = 200

interface Wrapped {
  id: string
  master_key: string
  wrapped: Buffer
  facts: string[]
}

/** Keys of one kind that an administration's master key wraps. */
interface Kind {
  /** Those that another version of the master key than $2 wraps. */
  readonly find: string
  readonly table: 'scopes' | 'grant_keys' | 'search_keys'
  readonly id: 'id' | 'administration'
  readonly binding: (id: string, facts: readonly string[]) => string
}

const kinds: readonly Kind[] = [
  {
    table: 'scopes',
    id: 'id',
    binding: scopeBinding,
    find: `select id, master_key, wrapped, array[administration, case_id, scope] as facts from keys.scopes
      where administration = $1 and master_key <> $2 and wrapped is not null limit ${BATCH}`,
  },
  {
    table: 'grant_keys',
    id: 'id',
    binding: grantBinding,
    find: `select id, k.master_key, k.wrapped, g.facts from keys.grant_keys k
      join (select id, ${GRANT_FACTS} as facts from keys.grants) g using (id)
      where k.to_administration = $1 and k.master_key <> $2 limit ${BATCH}`,
  },
  {
    table: 'search_keys',
    id: 'administration',
    binding: searchBinding,
    find: `select administration as id, master_key, wrapped, array[]::text[] as facts from keys.search_keys
      where administration = $1 and master_key <> $2`,
  },
]

// Only what is still as it was read: a key that was destroyed in between stays destroyed.
const change = ({ table, id }: Kind) => `
  update keys.${table} t set master_key = given.renewed, wrapped = given.wrapped
  from unnest($1::text[], $2::text[], $3::text[], $4::bytea[]) as given (id, was, renewed, wrapped)
  where t.${id} = given.id and t.master_key = given.was and t.wrapped is not null`

/**
 * Wraps everything an administration holds under the newest version of its master key. Can be stopped and repeated; the
 * keys themselves stay, so whoever reads and writes meanwhile notices nothing.
 * @param told hears after each batch how many keys have been wrapped anew
 * @returns how many they were
 */
export async function rewrapKeys(
  { db, masters, administration }: { db: Queryable; masters: MasterKeys; administration: string },
  told: (done: number) => void,
): Promise<number> {
  const probe = await masters.wrap({ administration, plaintext: Buffer.of(0), bound: 'newest' })
  let done = 0
  for (const kind of kinds) {
    for (;;) {
      const rows = (await run(db, kind.find, [administration, probe.keyId])) as Wrapped[]
      if (rows.length === 0) break
      const renewed = await Promise.all(
        rows.map(async ({ id, master_key: keyId, wrapped, facts }) => {
          const bound = kind.binding(id, facts)
          const plaintext = await masters.unwrap({ administration, keyId, wrapped, bound })
          return masters.wrap({ administration, plaintext, bound })
        }),
      )
      await run(db, change(kind), [
        rows.map(row => row.id),
        rows.map(row => row.master_key),
        renewed.map(key => key.keyId),
        renewed.map(key => key.wrapped),
      ])
      done += rows.length
      told(done)
      // A rotation that began meanwhile finishes the rest.
      if (renewed.some(key => key.keyId !== probe.keyId)) return done
    }
  }
  return done
}
