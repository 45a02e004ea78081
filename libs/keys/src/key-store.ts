import type { KeyObject } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import {
  endGrantsOfCase,
  giveGrants,
  keepGrants,
  revokeGrants,
  type GrantedKey,
  type GrantPlace,
  type GrantTerms,
  type RevokedBy,
} from './grants.js'
import type { MasterKeys } from './master-keys.js'
import { openKeys, type OpenedKeys } from './open-keys.js'
import type { Queryable } from './queryable.js'
import { rewrapKeys } from './rewrap.js'
import { destroyScopes, findOrMakeScope, findScopeId, type Scope, type ScopeKey } from './scopes.js'
import { findOrMakeSearchKey, giveSearchKey } from './search-key.js'

/** Unwrapped keys in memory, and for how long, in milliseconds. */
const CACHED = 1_000
const CACHED_FOR = 300_000
/** A case's key is written under for so long before the store is asked again, in milliseconds. */
const WRITTEN_FOR = 60_000

/** How many keys of a case, and grants from it, went. */
export interface DestroyedKeys {
  readonly scopes: number
  readonly grants: number
}

/**
 * The keys of one administration. Whether a key may be used is asked at every read; only its unwrapping is cached.
 *
 * Every method throws KeysError: `keys-unavailable` when store or master keys cannot be reached, `keys-refused`,
 * `key-tampered`, `master-key-missing`, `master-key-forbidden`.
 */
export class KeyStore {
  readonly administration: string
  private readonly db: Queryable
  private readonly masters: MasterKeys
  private readonly running: readonly string[]
  private readonly opened = new LRUCache<string, KeyObject>({ max: CACHED, ttl: CACHED_FOR })
  private search: KeyObject | undefined
  private readonly written = new LRUCache<string, ScopeKey>({ max: CACHED, ttl: WRITTEN_FOR })

  /**
   * @param options.db connected as a role of the administration
   * @param options.running the administrations that run, which share the key of the searchable hashes
   */
  constructor(options: {
    administration: string
    db: Queryable
    masters: MasterKeys
    running: readonly string[]
  }) {
    this.administration = options.administration
    this.db = options.db
    this.masters = options.masters
    this.running = options.running
  }

  /**
   * The key that texts of a scope are written under; made when the scope has none.
   * @throws KeysError `key-destroyed`
   */
  async scopeKey(caseId: string, scope: Scope): Promise<ScopeKey> {
    const name = `${caseId}/${scope}`
    const known = this.written.get(name)
    if (known !== undefined) return known
    const { db, masters, administration } = this
    const key = await findOrMakeScope({ db, masters }, { administration, caseId, scope })
    this.written.set(name, key)
    return key
  }

  /** The keys that may be used now, of scopes by id and of granted texts by reference. One round trip. */
  async open(wanted: { scopes: readonly string[]; refs: readonly string[] }): Promise<OpenedKeys> {
    if (wanted.scopes.length + wanted.refs.length === 0) return { scopes: new Map(), grants: new Map() }
    const { db, masters, administration, opened: cache } = this
    return await openKeys({ db, masters, administration, cache }, wanted)
  }

  /** Grants keys of own texts to another administration. A grant that is there stays as it is. */
  async grant(terms: Omit<GrantTerms, 'from'>, keys: readonly GrantedKey[]): Promise<void> {
    const { db, masters, administration: from } = this
    if (keys.length > 0) await giveGrants({ db, masters }, { ...terms, from }, keys)
  }

  /** Takes back what rests on an offer or a consent; what is on the receiver's file stays. */
  async revoke(by: RevokedBy, why: string): Promise<GrantPlace[]> {
    return await revokeGrants(this.db, this.administration, by, why)
  }

  /** Leaves granted texts on the receiver's file. */
  async keepOnFile(kept: { offer: string; refs: readonly string[] }): Promise<GrantPlace[]> {
    return await keepGrants(this.db, this.administration, kept)
  }

  /** The key of the municipality's searchable hashes. */
  async searchKey(): Promise<KeyObject> {
    const { db, masters, administration, running } = this
    this.search ??= await findOrMakeSearchKey({ db, masters, administration }, running)
    return this.search
  }

  /** Gives the key of the searchable hashes to an administration that runs from now on. */
  async shareSearchKey(to: string): Promise<void> {
    await giveSearchKey({ db: this.db, masters: this.masters }, await this.searchKey(), to)
  }

  /** Wraps every key anew under the newest version of the administration's master key; gives how many they were. */
  async rewrap(told: (done: number) => void): Promise<number> {
    const { db, masters, administration } = this
    return await rewrapKeys({ db, masters, administration }, told)
  }

  /** The id of a scope's key, whether or not that is destroyed; `undefined` when it never had one. */
  async scopeId(caseId: string, scope: Scope): Promise<string | undefined> {
    return await findScopeId(this.db, { administration: this.administration, caseId, scope })
  }

  /** Destroys the key of one scope, and with it whatever it wraps. */
  async destroyScope(caseId: string, scope: Scope): Promise<void> {
    this.written.delete(`${caseId}/${scope}`)
    await destroyScopes(this.db, { administration: this.administration, caseId, scope })
  }

  /** Destroys every key of a case and everything granted from it. */
  async destroyCase(caseId: string): Promise<DestroyedKeys> {
    this.written.clear()
    const { db, administration } = this
    const grants = await endGrantsOfCase(db, administration, caseId)
    return { scopes: await destroyScopes(db, { administration, caseId, scope: null }), grants }
  }
}
