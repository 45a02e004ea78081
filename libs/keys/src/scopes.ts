import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { KeysError } from './keys-error.js'
import type { MasterKeys } from './master-keys.js'
import { run, type Queryable } from './queryable.js'

/** What one key protects within a case: the case itself, or the sealed envelope of one of its consents. */
export type Scope = 'case' | `envelope:${string}`

/** The scope of a consent's sealed envelope. */
export const envelopeOf = (consent: string): Scope => `envelope:${consent}`

/** A scope in its place. */
export interface ScopePlace {
  readonly administration: string
  readonly caseId: string
  readonly scope: Scope
}

/** The key that texts of a scope are wrapped by. */
export interface ScopeKey {
  readonly id: string
  readonly secret: KeyObject
}

const KEY_BYTES = 32
const ID_BYTES = 16

/** A new random id of a key or a grant, 32 hex digits. */
export const newKeyId = (): string => randomBytes(ID_BYTES).toString('hex')
/** A new random key of 256 bits. */
export const newSecret = (): Buffer => randomBytes(KEY_BYTES)

const FIND = `
  select id, master_key, wrapped from keys.scopes where administration = $1 and case_id = $2 and scope = $3`
const MAKE = `
  insert into keys.scopes (id, administration, case_id, scope, master_key, wrapped)
  values ($1, $2, $3, $4, $5, $6) on conflict (administration, case_id, scope) do nothing returning id`

/** What a scope's wrapped key is bound to. */
export const scopeBinding = (id: string, facts: readonly string[]): string =>
  JSON.stringify(['brobygger-scope', id, ...facts])

/**
 * The key of a scope, made when it has none: one round trip when it is there, two when it is new.
 * @throws KeysError `key-destroyed` when it had one
 */
export async function findOrMakeScope(
  { db, masters }: { db: Queryable; masters: MasterKeys },
  { administration, caseId, scope }: ScopePlace,
): Promise<ScopeKey> {
  const facts = [administration, caseId, scope]
  const find = async (): Promise<ScopeKey | undefined> => {
    const [row] = (await run(db, FIND, facts)) as { id: string; master_key: string; wrapped: Buffer | null }[]
    if (row === undefined) return undefined
    const { id, master_key: keyId, wrapped } = row
    if (wrapped === null) throw new KeysError('key-destroyed', id)
    const secret = await masters.unwrap({ administration, keyId, wrapped, bound: scopeBinding(id, facts) })
    return { id, secret: createSecretKey(secret) }
  }
  const known = await find()
  if (known !== undefined) return known
  const [id, secret] = [newKeyId(), newSecret()]
  const bound = scopeBinding(id, facts)
  const { keyId, wrapped } = await masters.wrap({ administration, plaintext: secret, bound })
  const made = await run(db, MAKE, [id, ...facts, keyId, wrapped])
  if (made.length > 0) return { id, secret: createSecretKey(secret) }
  // Somebody else made it in between, and it cannot be gone: rows of scopes are never deleted.
  const theirs = await find()
  if (theirs === undefined) throw new KeysError('keys-refused', id)
  return theirs
}

/** The id of a scope's key, `undefined` when it never had one. One round trip. */
export async function findScopeId(
  db: Queryable,
  { administration, caseId, scope }: ScopePlace,
): Promise<string | undefined> {
  const [row] = (await run(db, FIND, [administration, caseId, scope])) as { id: string }[]
  return row?.id
}

const DESTROY = `
  update keys.scopes set wrapped = null, destroyed_at = now()
  where administration = $1 and case_id = $2 and ($3::text is null or scope = $3) and wrapped is not null
  returning id`

/** Destroys the key of one scope, or of every scope of a case; gives how many went now. */
export async function destroyScopes(
  db: Queryable,
  place: { administration: string; caseId: string; scope: Scope | null },
): Promise<number> {
  return (await run(db, DESTROY, [place.administration, place.caseId, place.scope])).length
}
