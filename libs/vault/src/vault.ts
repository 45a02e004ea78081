import type { KeyRing } from '@brobygger/codec'
import type { RevokedBy } from '@brobygger/keys'
import { dropDrafts, loadDraft, saveDraft, type Draft, type DraftInput, type DraftKey } from './drafts.js'
import { destroyEnvelope, openEnvelope, type Envelope } from './envelopes.js'
import { grantTexts, keepTextsOnFile, revokeTexts, type GrantInput } from './grants.js'
import type { JsonObject } from './json.js'
import { PersonRegister } from './person-register.js'
import type { VaultStore } from './reader.js'
import type { Place } from './reference.js'
import { renewFormat1 } from './renew.js'
import { run } from './run.js'
import { getTexts, putText, type TextInput } from './texts.js'
import { VaultError } from './vault-error.js'

/** For whom texts are opened. */
export interface Reading {
  /** The administrations in whose name it is done. */
  readonly as: readonly string[]
  /** Cases of which the reader needs to know where a person with a protected address is; none when left out. */
  readonly whereaboutsOf?: readonly string[] | undefined
}

/** How much a case had in the vault. */
export interface DestroyedCase {
  readonly texts: number
  readonly drafts: number
  readonly persons: number
  readonly grants: number
}

// All tables in one statement, so that a case is never half gone.
const DELETE_CASE = `
  with gone_persons as (delete from vault.persons where administration = $1 and case_id = $2 returning 1),
       gone_texts as (delete from vault.texts where administration = $1 and case_id = $2 returning 1),
       gone_drafts as (delete from vault.drafts where administration = $1 and case_id = $2 returning 1)
  select (select count(*)::int from gone_persons) as persons, (select count(*)::int from gone_texts) as texts, (select count(*)::int from gone_drafts) as drafts`

/**
 * Free text, encrypted in PostgreSQL under keys that lie apart; everything else holds references to it. Reading is one
 * round trip to each database for each administration in whose name it is done; writing is one to the data, and one to
 * the key store the first time a case is written to.
 *
 * Every method throws VaultError: `vault-unavailable` when the database cannot be reached, `vault-refused` when it
 * says no, `vault-not-served`; reading also `vault-tampered` and `vault-key-missing`. What the key store says comes as
 * KeysError.
 */
export class Vault {
  /** Who cases are about. */
  readonly persons: PersonRegister
  private readonly stores: ReadonlyMap<string, VaultStore>
  private readonly format1: KeyRing

  /**
   * @param options.stores one for each administration that this process serves
   * @param options.format1 holds the key of texts in format 1, while there are any
   */
  constructor(options: { stores: readonly VaultStore[]; format1: KeyRing }) {
    this.stores = new Map(options.stores.map(store => [store.keys.administration, store]))
    this.format1 = options.format1
    this.persons = new PersonRegister(administration => this.storeOf(administration))
  }

  /** Stores one text; gives its reference, `v_` and 26 digits. */
  async put(text: TextInput): Promise<string> {
    return await putText(this.storeOf(text.administration), text)
  }

  /**
   * One text, as `getMany` reads it.
   * @throws VaultError `vault-not-found` when none of the administrations may read it now
   */
  async get(of: Reading & { ref: string }): Promise<JsonObject> {
    const content = (await this.getMany([of.ref], of)).get(of.ref)
    if (content === undefined) throw new VaultError('vault-not-found', of.ref)
    return content
  }

  /**
   * Several texts by reference, on behalf of administrations: their own, and what others granted them and holds now.
   * What does not exist any more, or is not for them, is left out, so a list can show that it is gone. So are the fields
   * that would disclose where somebody is, in every case in which somebody has a protected address, but for those cases
   * whose reader works with the family.
   */
  async getMany(
    refs: readonly string[],
    { as, whereaboutsOf = [] }: Reading,
  ): Promise<Map<string, JsonObject>> {
    const stores = [...new Set(as)].map(administration => this.storeOf(administration))
    const found = await Promise.all(stores.map(store => getTexts(store, this.format1, refs, whereaboutsOf)))
    return new Map(found.flatMap(texts => [...texts]))
  }

  /** Lets another administration read texts of a case. Can be repeated. */
  async grant(input: GrantInput): Promise<void> {
    await grantTexts(this.storeOf(input.from), this.format1, input)
  }

  /** Ends at once what was granted `from` an administration on an offer or a consent. Can be repeated. */
  async revoke({ from, by, why }: { from: string; by: RevokedBy; why: string }): Promise<void> {
    await revokeTexts(this.storeOf(from), by, why)
  }

  /** Leaves granted texts on the receiver's file. Can be repeated. */
  async keepOnFile(kept: { from: string; offer: string; refs: readonly string[] }): Promise<void> {
    await keepTextsOnFile(this.storeOf(kept.from), kept)
  }

  /** Opens a consent's envelope into its case; gives the references of what was in it. Can be repeated. */
  async openEnvelope(envelope: Envelope): Promise<string[]> {
    return await openEnvelope(this.storeOf(envelope.administration), this.format1, envelope)
  }

  /** Destroys a consent's envelope and what was in it. Can be repeated. */
  async destroyEnvelope(envelope: Envelope): Promise<{ texts: number }> {
    return await destroyEnvelope(this.storeOf(envelope.administration), envelope)
  }

  /**
   * Destroys a case's keys in one administration, then its persons, texts, drafts and grants. Without the keys no backup of the
   * data brings them back. Can be repeated.
   */
  async destroyCase({ administration, caseId }: Place): Promise<DestroyedCase> {
    const { db, keys } = this.storeOf(administration)
    const { grants } = await keys.destroyCase(caseId)
    const [deleted] = (await run(db, DELETE_CASE, [administration, caseId])) as [
      Omit<DestroyedCase, 'grants'>,
    ]
    return { ...deleted, grants }
  }

  /**
   * Encrypts up to `limit` of an administration's texts and drafts of format 1 under keys of their own. Gives how many
   * there were: 0 when none is left.
   */
  async renewFormat1({ administration, limit }: { administration: string; limit: number }): Promise<number> {
    return await renewFormat1(this.storeOf(administration), this.format1, limit)
  }

  /** Saves a person's draft over their earlier one; gives the instant of saving, ISO UTC. */
  async saveDraft(draft: DraftInput): Promise<string> {
    return await saveDraft(this.storeOf(draft.administration), draft)
  }

  /** A person's draft of a task of an administration, `undefined` when there is none; whereabouts as in `getMany`. */
  async loadDraft(
    key: DraftKey & Pick<Reading, 'whereaboutsOf'> & { administration: string },
  ): Promise<Draft | undefined> {
    return await loadDraft(this.storeOf(key.administration), this.format1, key)
  }

  /** Removes everybody's drafts of a task of an administration. */
  async dropDrafts(task: Pick<DraftKey, 'taskId'> & { administration: string }): Promise<void> {
    await dropDrafts(this.storeOf(task.administration), task)
  }

  private storeOf(administration: string): VaultStore {
    const store = this.stores.get(administration)
    if (store === undefined) throw new VaultError('vault-not-served', administration)
    return store
  }
}
