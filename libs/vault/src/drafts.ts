import type { KeyRing } from '@brobygger/codec'
import type { JsonObject } from './json.js'
import { openRows, SEALED_COLUMNS, sealedOf, type SealedRow, type VaultStore } from './reader.js'
import type { Place } from './reference.js'
import { run } from './run.js'
import { sealContent, type RowPlace } from './sealed-content.js'
import { isProtectedIn, withoutWhereabouts } from './whereabouts.js'

/** A person's unfinished answer to a task. */
export interface DraftKey {
  readonly taskId: string
  /** Id of the staff member. */
  readonly person: string
}

/** A draft to save. */
export interface DraftInput extends DraftKey, Place {
  readonly content: JsonObject
}

/** A saved draft. */
export interface Draft {
  readonly content: JsonObject
  /** Instant, ISO UTC. */
  readonly savedAt: string
}

interface DraftRow extends SealedRow {
  /** A Date or an ISO text, as the pool's parsers have it. */
  saved_at: Date | string
  protected: boolean
}

const SAVE = `
  insert into vault.drafts
    (task_id, person, administration, case_id, format, key_id, wrapped_key, iv, ciphertext, tag)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (task_id, person) do update set
    administration = excluded.administration, case_id = excluded.case_id, format = excluded.format,
    key_id = excluded.key_id, wrapped_key = excluded.wrapped_key, iv = excluded.iv,
    ciphertext = excluded.ciphertext, tag = excluded.tag, saved_at = now()
  returning saved_at`

const LOAD = `
  select ${SEALED_COLUMNS}, saved_at, ${isProtectedIn('drafts')} as protected from vault.drafts
  where task_id = $1 and person = $2 and administration = $3`

/** What identifies a draft: its content opens nowhere else. */
export const draftPlace = ({ taskId, person }: DraftKey, { administration, caseId }: Place): RowPlace => [
  'brobygger-draft',
  taskId,
  person,
  administration,
  caseId,
]

/** Saves a draft over the person's earlier one; gives the instant of saving, ISO UTC. */
export async function saveDraft({ db, keys }: VaultStore, draft: DraftInput): Promise<string> {
  const scope = await keys.scopeKey(draft.caseId, 'case')
  const sealed = sealContent(scope, draft.content, draftPlace(draft, draft))
  const { format, keyId, wrappedKey, iv, ciphertext, tag } = sealed
  const { taskId, person, administration, caseId } = draft
  const values = [taskId, person, administration, caseId, format, keyId, wrappedKey, iv, ciphertext, tag]
  const [row] = (await run(db, SAVE, values)) as [Pick<DraftRow, 'saved_at'>]
  return new Date(row.saved_at).toISOString()
}

/**
 * The person's draft, `undefined` when there is none or its key was destroyed.
 * @param key.whereaboutsOf the cases of which it is shown where somebody of a protected address is
 */
export async function loadDraft(
  { db, keys }: VaultStore,
  format1: KeyRing,
  key: DraftKey & { readonly whereaboutsOf?: readonly string[] | undefined },
): Promise<Draft | undefined> {
  const [row] = (await run(db, LOAD, [key.taskId, key.person, keys.administration])) as DraftRow[]
  if (row === undefined) return undefined
  const { administration, case_id: caseId } = row
  const place = draftPlace(key, { administration, caseId })
  const placed = { name: key.taskId, place, administration, caseId, sealed: sealedOf(row) }
  const opened = (await openRows({ keys, format1 }, [placed])).get(key.taskId)
  const isHidden = row.protected && key.whereaboutsOf?.includes(caseId) !== true
  const content = opened && isHidden ? withoutWhereabouts(opened) : opened
  return content && { content, savedAt: new Date(row.saved_at).toISOString() }
}

/** Removes everybody's drafts of a task: once it is answered they are nobody's any more. */
export async function dropDrafts(
  { db }: Pick<VaultStore, 'db'>,
  { taskId }: Pick<DraftKey, 'taskId'>,
): Promise<void> {
  await run(db, 'delete from vault.drafts where task_id = $1', [taskId])
}
