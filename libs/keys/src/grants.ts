import type { MasterKeys } from './master-keys.js'
import { run, type Queryable } from './queryable.js'
import { newKeyId } from './scopes.js'

/** Why one administration may read what is another's. */
export type GrantBasis = 'consent' | 'duty' | 'statutory'

/** On what a grant rests. */
export interface GrantTerms {
  readonly from: string
  readonly to: string
  readonly caseId: string
  /** The offer or other message by which it crosses. */
  readonly offer: string
  readonly basis: GrantBasis
  /** Id of the consent, where the basis is consent. */
  readonly consent: string | null
  /** Instant at which it ends by itself, ISO UTC. */
  readonly until: string | null
}

/** A text and its key in clear, to be granted. */
export interface GrantedKey {
  readonly ref: string
  readonly secret: Uint8Array
}

/** What was granted to whom. */
export interface GrantPlace {
  readonly ref: string
  readonly to: string
  readonly offer: string
}

/** What takes a grant back: its offer, or the consent it rests on. */
export type RevokedBy = { readonly offer: string } | { readonly consent: string }

/** What a grant's wrapped key is bound to: every term, so that none can be changed afterwards. */
export const grantBinding = (id: string, facts: readonly string[]): string =>
  JSON.stringify(['brobygger-grant', id, ...facts])

/** The terms in the order in which `GRANT_FACTS` reads them. */
const factsOf = (ref: string, { from, to, caseId, offer, basis, consent, until }: GrantTerms): string[] => [
  ref,
  from,
  to,
  caseId,
  offer,
  basis,
  consent ?? '',
  until === null ? '' : String(Date.parse(until)),
]
export const GRANT_FACTS = `array[ref, from_administration, to_administration, case_id, offer, basis,
  coalesce(consent, ''), coalesce((extract(epoch from until) * 1000)::bigint::text, '')]`

// A grant that is there already stays as it is, so that an activity can be repeated.
const GRANT = `
  with made as (
    insert into keys.grants
      (id, ref, from_administration, to_administration, case_id, offer, basis, consent, until)
    select id, ref, $5, $6, $7, $8, $9, $10, $11::timestamptz
    from unnest($1::text[], $2::text[]) as given (id, ref)
    on conflict (ref, to_administration, offer) do nothing
    returning id
  )
  insert into keys.grant_keys (id, from_administration, to_administration, master_key, wrapped)
  select id, $5, $6, master_key, wrapped
  from unnest($1::text[], $3::text[], $4::bytea[]) as given (id, master_key, wrapped) join made using (id)`

/** Wraps keys of texts for another administration. */
export async function giveGrants(
  { db, masters }: { db: Queryable; masters: MasterKeys },
  terms: GrantTerms,
  keys: readonly GrantedKey[],
): Promise<void> {
  const wrapped = await Promise.all(
    keys.map(async ({ ref, secret }) => {
      const id = newKeyId()
      const bound = grantBinding(id, factsOf(ref, terms))
      return {
        id,
        ref,
        ...(await masters.wrap({ administration: terms.to, plaintext: secret, bound })),
      }
    }),
  )
  await run(db, GRANT, [
    wrapped.map(one => one.id),
    wrapped.map(one => one.ref),
    wrapped.map(one => one.keyId),
    wrapped.map(one => one.wrapped),
    terms.from,
    terms.to,
    terms.caseId,
    terms.offer,
    terms.basis,
    terms.consent,
    terms.until,
  ])
}

const REVOKE = `
  with said as (
    insert into keys.revocations (administration, kind, subject, why) values ($1, $2, $3, $4)
    on conflict do nothing
  )
  select ref, to_administration as "to", offer from keys.grants
  where from_administration = $1 and not on_file
    and (($2 = 'offer' and offer = $3) or ($2 = 'consent' and consent = $3))`

/** Takes back what rests on an offer or a consent, now and in future; gives what that was. */
export async function revokeGrants(
  db: Queryable,
  from: string,
  by: RevokedBy,
  why: string,
): Promise<GrantPlace[]> {
  const [kind, subject] = 'offer' in by ? ['offer', by.offer] : ['consent', by.consent]
  return (await run(db, REVOKE, [from, kind, subject, why])) as GrantPlace[]
}

const KEEP = `
  update keys.grants set on_file = true
  where from_administration = $1 and offer = $2 and ref = any($3::text[])
  returning ref, to_administration as "to", offer`

/** Leaves texts on the receiver's file for good: they were lawfully received and accepted. */
export async function keepGrants(
  db: Queryable,
  from: string,
  { offer, refs }: { offer: string; refs: readonly string[] },
): Promise<GrantPlace[]> {
  return (await run(db, KEEP, [from, offer, refs])) as GrantPlace[]
}

/** Ends every grant of a case for good. */
export async function endGrantsOfCase(db: Queryable, from: string, caseId: string): Promise<number> {
  const statement = 'delete from keys.grants where from_administration = $1 and case_id = $2 returning id'
  return (await run(db, statement, [from, caseId])).length
}
