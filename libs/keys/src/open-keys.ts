import { createSecretKey, type KeyObject } from 'node:crypto'
import { GRANT_FACTS, grantBinding } from './grants.js'
import type { MasterKeys } from './master-keys.js'
import { run, type Queryable } from './queryable.js'
import { scopeBinding } from './scopes.js'

/** Keys that may be used now. What was destroyed, never granted or taken back is left out. */
export interface OpenedKeys {
  /** By the scope's id. */
  readonly scopes: ReadonlyMap<string, KeyObject>
  /** By the text's reference. */
  readonly grants: ReadonlyMap<string, KeyObject>
}

/** Unwrapped keys by what they are bound to. Only what the store has just confirmed is looked up. */
export interface KeyCache {
  get(bound: string): KeyObject | undefined
  set(bound: string, key: KeyObject): void
}

interface Row {
  kind: 'scope' | 'grant'
  id: string
  ref: string | null
  master_key: string
  wrapped: Buffer
  facts: string[]
}

const OPEN = `
  select 'scope' as kind, id, null as ref, master_key, wrapped, array[administration, case_id, scope] as facts
  from keys.scopes where id = any($1::text[]) and administration = $3 and wrapped is not null
  union all
  select 'grant', id, ref, master_key, wrapped, ${GRANT_FACTS}
  from keys.valid_grants where ref = any($2::text[]) and to_administration = $3`

/** Opens the keys of scopes and of granted texts for an administration. One round trip, whatever is cached. */
export async function openKeys(
  of: { db: Queryable; masters: MasterKeys; administration: string; cache: KeyCache },
  wanted: { scopes: readonly string[]; refs: readonly string[] },
): Promise<OpenedKeys> {
  const { db, masters, administration, cache } = of
  const rows = (await run(db, OPEN, [wanted.scopes, wanted.refs, administration])) as Row[]
  const opened = await Promise.all(
    rows.map(async ({ kind, id, ref, master_key: keyId, wrapped, facts }) => {
      const bound = (kind === 'scope' ? scopeBinding : grantBinding)(id, facts)
      const key =
        cache.get(bound) ?? createSecretKey(await masters.unwrap({ administration, keyId, wrapped, bound }))
      cache.set(bound, key)
      return { kind, name: ref ?? id, key }
    }),
  )
  const ofKind = (wantedKind: Row['kind']) =>
    new Map(opened.filter(({ kind }) => kind === wantedKind).map(({ name, key }) => [name, key]))
  return { scopes: ofKind('scope'), grants: ofKind('grant') }
}
