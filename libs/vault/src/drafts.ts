import type { KeyRing } from '@brobygger/codec'
import type { JsonObject } from './json.js'
import { run, type Queryable } from './queryable.js'
import type { Place } from './reference.js'
import { openContent, sealContent } from './sealed-content.js'

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

interface DraftRow {
  administration: string
  case_id: string
  format: number
  key_id: string
  iv: Buffer
  ciphertext: Buffer
  tag: Buffer
  /** A Date or an ISO text, as the pool's parsers have it. */
  saved_at: Date | string
}

const SAVE = `
  insert into vault.drafts (task_id, person, administration, case_id, format, key_id, iv, ciphertext, tag)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (task_id, person) do update set
    administration = excluded.administration, case_id = excluded.case_id, format = excluded.format,
    key_id = excluded.key_id, iv = excluded.iv, ciphertext = excluded.ciphertext, tag = excluded.tag, saved_at = now()
  returning saved_at`

const LOAD = `
  select administration, case_id, format, key_id, iv, ciphertext, tag, saved_at
  from vault.drafts where task_id = $1 and person = $2`

const placeOf = ({ taskId, person }: DraftKey, { administration, caseId }: Place) =>
  ['brobygger-draft', taskId, person, administration, caseId] as const

/** Saves a draft over the person's earlier one; gives the instant of saving, ISO UTC. */
export async function saveDraft(db: Queryable, ring: KeyRing, draft: DraftInput): Promise<string> {
  const { format, keyId, iv, ciphertext, tag } = sealContent(ring, draft.content, placeOf(draft, draft))
  const { taskId, person, administration, caseId } = draft
  const values = [taskId, person, administration, caseId, format, keyId, iv, ciphertext, tag]
  const [row] = (await run(db, SAVE, values)) as [Pick<DraftRow, 'saved_at'>]
  return new Date(row.saved_at).toISOString()
}

/** The person's draft, `undefined` when there is none. */
export async function loadDraft(db: Queryable, ring: KeyRing, key: DraftKey): Promise<Draft | undefined> {
  const [row] = (await run(db, LOAD, [key.taskId, key.person])) as DraftRow[]
  if (row === undefined) return undefined
  const place = placeOf(key, { administration: row.administration, caseId: row.case_id })
  return {
    content: openContent(ring, { ...row, keyId: row.key_id }, place),
    savedAt: new Date(row.saved_at).toISOString(),
  }
}

/** Removes everybody's drafts of a task: once it is answered they are nobody's any more. */
export async function dropDrafts(db: Queryable, { taskId }: Pick<DraftKey, 'taskId'>): Promise<void> {
  await run(db, 'delete from vault.drafts where task_id = $1', [taskId])
}
