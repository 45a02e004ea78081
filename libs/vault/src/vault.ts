import type { KeyRing } from '@brobygger/codec'
import { dropDrafts, loadDraft, saveDraft, type Draft, type DraftInput, type DraftKey } from './drafts.js'
import type { JsonObject } from './json.js'
import { run, type Queryable } from './queryable.js'
import type { Place } from './reference.js'
import { getTexts, putTexts, type TextInput } from './texts.js'
import { VaultError } from './vault-error.js'

/** How much a case had in the vault. */
export interface DeletedFromVault {
  readonly texts: number
  readonly drafts: number
}

// Both tables in one statement, so that a case is never half gone.
const DELETE_CASE = `
  with gone_texts as (delete from vault.texts where administration = $1 and case_id = $2 returning 1),
       gone_drafts as (delete from vault.drafts where administration = $1 and case_id = $2 returning 1)
  select (select count(*)::int from gone_texts) as texts, (select count(*)::int from gone_drafts) as drafts`

/**
 * Free text, encrypted in PostgreSQL; everything else holds references to it. Each call is one database round trip,
 * and cheap to construct: give it a transaction's client to store text together with what refers to it.
 *
 * Every method throws VaultError: `vault-unavailable` when the database cannot be reached, `vault-refused` when it
 * says no; reading also `vault-tampered` and `vault-key-missing`.
 */
export class Vault {
  private readonly db: Queryable
  private readonly ring: KeyRing

  /** @param options.ring must hold the master key. */
  constructor(options: { db: Queryable; ring: KeyRing }) {
    this.db = options.db
    this.ring = options.ring
  }

  /** Stores one text; gives its reference, `v_` and 26 digits. */
  async put(text: TextInput): Promise<string> {
    const [ref] = (await this.putAll([text])) as [string]
    return ref
  }

  /** Stores several texts, all or none; gives their references in the same order. */
  async putAll(texts: readonly TextInput[]): Promise<string[]> {
    return await putTexts(this.db, this.ring, texts)
  }

  /**
   * One text. With `administration`, only if it is that administration's.
   * @throws VaultError `vault-not-found`
   */
  async get(of: { ref: string; administration?: string }): Promise<JsonObject> {
    const content = (await getTexts(this.db, this.ring, [of.ref], of.administration)).get(of.ref)
    if (content === undefined) throw new VaultError('vault-not-found', of.ref)
    return content
  }

  /** Several texts by reference. What does not exist any more is left out, so a list can show that it is gone. */
  async getMany(refs: readonly string[]): Promise<Map<string, JsonObject>> {
    return await getTexts(this.db, this.ring, refs)
  }

  /** Removes one text; nothing happens when it is gone already. */
  async delete({ ref }: { ref: string }): Promise<void> {
    await run(this.db, 'delete from vault.texts where ref = $1', [ref])
  }

  /** Removes all texts and drafts of a case in one administration. */
  async deleteCase({ administration, caseId }: Place): Promise<DeletedFromVault> {
    const [deleted] = (await run(this.db, DELETE_CASE, [administration, caseId])) as [DeletedFromVault]
    return deleted
  }

  /** Saves a person's draft over their earlier one; gives the instant of saving, ISO UTC. */
  async saveDraft(draft: DraftInput): Promise<string> {
    return await saveDraft(this.db, this.ring, draft)
  }

  /** A person's draft, `undefined` when there is none. */
  async loadDraft(key: DraftKey): Promise<Draft | undefined> {
    return await loadDraft(this.db, this.ring, key)
  }

  /** Removes everybody's drafts of a task. */
  async dropDrafts(task: Pick<DraftKey, 'taskId'>): Promise<void> {
    await dropDrafts(this.db, task)
  }
}
