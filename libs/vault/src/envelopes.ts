import type { KeyRing } from '@brobygger/codec'
import { envelopeOf } from '@brobygger/keys'
import { sealedOf, SEALED_COLUMNS, type SealedRow, type VaultStore } from './reader.js'
import type { Place } from './reference.js'
import { resealRows } from './reseal.js'
import { run } from './run.js'
import { textPlace } from './texts.js'

/** The sealed envelope of a consent: what its first signature reveals. */
export interface Envelope extends Place {
  readonly consent: string
}

const IN_ENVELOPE = `select ref, ${SEALED_COLUMNS} from vault.texts where key_id = $1 and case_id = $2`

/** Opens an envelope into its case, and destroys its key. Gives the references of what was in it. Can be repeated. */
export async function openEnvelope(
  store: VaultStore,
  format1: KeyRing,
  { caseId, consent }: Envelope,
): Promise<string[]> {
  const scope = envelopeOf(consent)
  const id = await store.keys.scopeId(caseId, scope)
  if (id === undefined) return []
  const rows = (await run(store.db, IN_ENVELOPE, [id, caseId])) as (SealedRow & { ref: string })[]
  const placed = rows.map(row => {
    const place = { administration: row.administration, caseId: row.case_id }
    return { name: row.ref, place: textPlace(row.ref, place), ...place, sealed: sealedOf(row) }
  })
  const opened = await resealRows(store, format1, placed, 'case')
  await store.keys.destroyScope(caseId, scope)
  return opened.map(row => row.name)
}

/** Destroys an envelope's key and deletes what was in it. Gives how many texts went. Can be repeated. */
export async function destroyEnvelope(
  store: VaultStore,
  { caseId, consent }: Envelope,
): Promise<{ texts: number }> {
  const scope = envelopeOf(consent)
  const id = await store.keys.scopeId(caseId, scope)
  if (id === undefined) return { texts: 0 }
  await store.keys.destroyScope(caseId, scope)
  const gone = await run(store.db, 'delete from vault.texts where key_id = $1 returning ref', [id])
  return { texts: gone.length }
}
