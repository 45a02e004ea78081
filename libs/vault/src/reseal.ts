import type { KeyRing } from '@brobygger/codec'
import type { Scope } from '@brobygger/keys'
import { openRows, type PlacedRow, type VaultStore } from './reader.js'
import { sealContent, type SealedContent } from './sealed-content.js'
import { resealText } from './texts.js'

/**
 * Encrypts own texts anew under the key of a scope of their case. Gives the rows as they are stored now; those that no
 * key opens any more are left out.
 */
export async function resealRows(
  store: VaultStore,
  format1: KeyRing,
  rows: readonly PlacedRow[],
  scope: Scope,
): Promise<PlacedRow[]> {
  const contents = await openRows({ keys: store.keys, format1 }, rows)
  const resealed: PlacedRow[] = []
  for (const row of rows) {
    const content = contents.get(row.name)
    if (content === undefined) continue
    const sealed: SealedContent = sealContent(
      await store.keys.scopeKey(row.caseId, scope),
      content,
      row.place,
    )
    await resealText(store, { ref: row.name, was: row.sealed.keyId, sealed })
    resealed.push({ ...row, sealed })
  }
  return resealed
}
