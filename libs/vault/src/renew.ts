import type { KeyRing } from '@brobygger/codec'
import { draftPlace } from './drafts.js'
import { openRows, SEALED_COLUMNS, sealedOf, type SealedRow, type VaultStore } from './reader.js'
import { resealRows } from './reseal.js'
import { run } from './run.js'
import { sealContent } from './sealed-content.js'
import { textPlace } from './texts.js'

const OLD_TEXTS = `
  select ref, ${SEALED_COLUMNS} from vault.texts where administration = $1 and format = 1 order by ref limit $2`
const OLD_DRAFTS = `
  select task_id, person, ${SEALED_COLUMNS} from vault.drafts
  where administration = $1 and format = 1 order by task_id, person limit $2`
// Not when it was saved anew in between.
const RENEW_DRAFT = `
  update vault.drafts set format = $4, key_id = $5, wrapped_key = $6, iv = $7, ciphertext = $8, tag = $9
  where task_id = $1 and person = $2 and key_id = $3`

/**
 * Encrypts up to `limit` texts and drafts of format 1 under keys of their own. Gives how many there were: 0 when none
 * is left.
 */
export async function renewFormat1(store: VaultStore, format1: KeyRing, limit: number): Promise<number> {
  const { administration } = store.keys
  const texts = (await run(store.db, OLD_TEXTS, [administration, limit])) as (SealedRow & { ref: string })[]
  const placed = texts.map(row => {
    const place = { administration, caseId: row.case_id }
    return { name: row.ref, place: textPlace(row.ref, place), ...place, sealed: sealedOf(row) }
  })
  await resealRows(store, format1, placed, 'case')
  if (texts.length > 0) return texts.length
  const drafts = (await run(store.db, OLD_DRAFTS, [administration, limit])) as (SealedRow & {
    task_id: string
    person: string
  })[]
  for (const row of drafts) await renewDraft(store, format1, row)
  return drafts.length
}

async function renewDraft(
  { db, keys }: VaultStore,
  format1: KeyRing,
  row: SealedRow & { task_id: string; person: string },
): Promise<void> {
  const { task_id: taskId, person, case_id: caseId, administration } = row
  const place = draftPlace({ taskId, person }, { administration, caseId })
  const placed = { name: taskId, place, administration, caseId, sealed: sealedOf(row) }
  const content = (await openRows({ keys, format1 }, [placed])).get(taskId)
  if (content === undefined) return
  const sealed = sealContent(await keys.scopeKey(caseId, 'case'), content, place)
  const { format, keyId, wrappedKey, iv, ciphertext, tag } = sealed
  await run(db, RENEW_DRAFT, [taskId, person, row.key_id, format, keyId, wrappedKey, iv, ciphertext, tag])
}
