import type { KeyRing } from '@brobygger/codec'
import type { GrantPlace, GrantTerms, RevokedBy } from '@brobygger/keys'
import { resealRows } from './reseal.js'
import type { PlacedRow, VaultStore } from './reader.js'
import { run } from './run.js'
import { documentKey, FORMAT } from './sealed-content.js'
import { findTexts } from './texts.js'
import { VaultError } from './vault-error.js'

/** What is granted, to whom and why. */
export interface GrantInput extends GrantTerms {
  /** Own texts of the case. */
  readonly refs: readonly string[]
}

const SHARE = `
  insert into vault.shares (ref, administration, to_administration, offer)
  select ref, $2, to_administration, offer from unnest($1::text[], $3::text[], $4::text[])
    as given (ref, to_administration, offer)
  on conflict do nothing`

const UNSHARE = `
  delete from vault.shares using unnest($1::text[], $3::text[], $4::text[]) as gone (ref, to_administration, offer)
  where shares.administration = $2 and shares.ref = gone.ref
    and shares.to_administration = gone.to_administration and shares.offer = gone.offer`

/**
 * Lets another administration read texts of a case. Can be repeated.
 * @throws VaultError `vault-not-found` when one is not a text of the case, `vault-still-sealed`
 */
export async function grantTexts(store: VaultStore, format1: KeyRing, input: GrantInput): Promise<void> {
  const { refs, from, to, caseId, offer, ...terms } = input
  const wanted = [...new Set(refs)]
  const found = await findTexts(store, wanted)
  const own = found.filter(row => row.administration === from && row.caseId === caseId)
  const missing = wanted.find(ref => !own.some(row => row.name === ref))
  if (missing !== undefined) throw new VaultError('vault-not-found', missing)
  const scope = await store.keys.scopeKey(caseId, 'case')
  const rows = await withOwnKeys(store, format1, own)
  const keys = rows.map(({ name: ref, sealed, place }) => {
    if (sealed.keyId !== scope.id) throw new VaultError('vault-still-sealed', ref)
    return { ref, secret: documentKey(scope.secret, sealed, place) }
  })
  await store.keys.grant({ to, caseId, offer, ...terms }, keys)
  await share(
    store,
    wanted.map(ref => ({ ref, to, offer })),
  )
}

/** Texts from before each had a key of its own are given one, so that no more than they can be granted. */
async function withOwnKeys(
  store: VaultStore,
  format1: KeyRing,
  rows: readonly PlacedRow[],
): Promise<PlacedRow[]> {
  const old = rows.filter(row => row.sealed.format !== FORMAT)
  const renewed = await resealRows(store, format1, old, 'case')
  return [...rows.filter(row => row.sealed.format === FORMAT), ...renewed]
}

/** Ends at once what rests on an offer or a consent; what is on the receiver's file stays. Can be repeated. */
export async function revokeTexts(store: VaultStore, by: RevokedBy, why: string): Promise<void> {
  // Without its key a text is unreadable, whatever happens to the share.
  const ended = await store.keys.revoke(by, why)
  if (ended.length > 0) await run(store.db, UNSHARE, columnsOf(store, ended))
}

/** Leaves texts that were accepted on the receiver's file, whatever becomes of the consent. Can be repeated. */
export async function keepTextsOnFile(
  store: VaultStore,
  kept: { offer: string; refs: readonly string[] },
): Promise<void> {
  await share(store, await store.keys.keepOnFile(kept))
}

async function share(store: VaultStore, places: readonly GrantPlace[]): Promise<void> {
  if (places.length > 0) await run(store.db, SHARE, columnsOf(store, places))
}

const columnsOf = ({ keys }: VaultStore, places: readonly GrantPlace[]): unknown[] => [
  places.map(({ ref }) => ref),
  keys.administration,
  places.map(({ to }) => to),
  places.map(({ offer }) => offer),
]
