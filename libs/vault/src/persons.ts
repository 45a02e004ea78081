import { createHmac, type KeyObject } from 'node:crypto'
import type { JsonObject } from './json.js'
import { openRows, SEALED_COLUMNS, sealedOf, type SealedRow, type VaultStore } from './reader.js'
import { newReference, referenceOf, type Place } from './reference.js'
import { run } from './run.js'
import { sealContent, type RowPlace, type SealedContent } from './sealed-content.js'
import { VaultError } from './vault-error.js'

/** Where somebody lives, as the register has it. */
export interface PersonAddress {
  readonly line: string
  readonly postalCode: string
  /** The municipality's code, three digits. */
  readonly municipality: string
}

/** What is known of a person. All of it is encrypted under the key of the case. */
export interface PersonFacts {
  readonly name: string | null
  /** CPR number, ten digits with or without a hyphen. */
  readonly cprNumber: string | null
  /** For whoever has no CPR number yet: the newborn, the unaccompanied. Stays when the number comes. */
  readonly temporaryId: string | null
  readonly protectedAddress: boolean
  /** The day from which the register says so; left out where the family has said it. */
  readonly protectionOn?: string
  /** Null where the register has told of none, and wherever it is protected: it is neither kept nor read out then. */
  readonly address: PersonAddress | null
}

/** What is known of a person who is put into a case: where they live, the register tells later. */
export type NewPersonFacts = Omit<PersonFacts, 'address'> & Partial<Pick<PersonFacts, 'address'>>

/** What the register says of a person. */
export interface RegisteredFacts {
  /** Null where it has none: the name that is known stays. */
  readonly name: string | null
  readonly isProtected: boolean
  readonly address: PersonAddress | null
  /** The day of which it speaks. */
  readonly on: string
}

/** A person to keep in a case. */
export interface PersonInput extends Place {
  /** Chosen by the caller, unique within the case: a repeat stores nothing new and gives the same id. */
  readonly id?: string
  readonly practice: boolean
  /** Code of what the person is to the case: `child`, `mother`, … */
  readonly relation: string
  readonly facts: NewPersonFacts
}

/** A person of a case. */
export interface Person {
  readonly id: string
  readonly relation: string
  readonly facts: PersonFacts
}

/** Where a number is known. What is known of the person has to be asked of that administration. */
export interface KnownNumber {
  readonly administration: string
  readonly caseId: string
  readonly practice: boolean
  readonly person: string
}

/** A case that a number is the child of. */
export interface ChildOfCase {
  /** The number as it was asked for. */
  readonly number: string
  readonly caseId: string
  readonly person: string
}

interface PersonRow extends SealedRow {
  id: string
  relation: string
  practice: boolean
}

const PUT = `
  with made as (
    insert into vault.persons (id, administration, case_id, practice, relation,
      format, key_id, wrapped_key, iv, ciphertext, tag)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing
    returning id, administration, case_id, practice
  ), shielded as (
    insert into vault.protected_persons (person, administration, case_id, practice, relation)
    select id, administration, case_id, practice, $5 from made where $14::boolean
  )
  insert into vault.person_numbers (hash, kind, person, administration, case_id, practice)
  select hash, kind, id, administration, case_id, practice
  from made, unnest($12::bytea[], $13::text[]) as given (hash, kind)`

const CHANGE = `
  with numbered as (
    insert into vault.person_numbers (hash, kind, person, administration, case_id, practice)
    select hash, kind, id, administration, case_id, practice
    from vault.persons, unnest($9::bytea[], $10::text[]) as given (hash, kind) where id = $1
    on conflict do nothing
  ), shielded as (
    insert into vault.protected_persons (person, administration, case_id, practice, relation)
    select id, administration, case_id, practice, relation from vault.persons where id = $1 and $11::boolean
    on conflict do nothing
  ), unshielded as (
    delete from vault.protected_persons where person = $1 and not $11::boolean
  )
  update vault.persons set format = $3, key_id = $4, wrapped_key = $5, iv = $6, ciphertext = $7, tag = $8
  where id = $1 and administration = $2`

const COLUMNS = `id, relation, practice, ${SEALED_COLUMNS}`
const OF_CASE = `
  select ${COLUMNS} from vault.persons where administration = $1 and case_id = $2 order by created_at, id`
const ONE = `select ${COLUMNS} from vault.persons where administration = $1 and id = $2`
const SEARCH = `
  select administration, case_id as "caseId", practice, person from vault.person_numbers
  where hash = $1 and practice = $2 order by administration, case_id, person`

const CHILDREN = `
  select n.hash, n.case_id as "caseId", n.person from vault.person_numbers n
  join vault.persons p on p.id = n.person
  where n.hash = any($1::bytea[]) and n.administration = $2 and not n.practice and p.relation = 'child'
  order by n.case_id, n.person`

const placeOf = (id: string, relation: string, { administration, caseId }: Place): RowPlace => [
  'brobygger-person',
  id,
  relation,
  administration,
  caseId,
]

/** Keeps a person in a case; gives the person's id there. */
export async function putPerson(store: VaultStore, input: PersonInput): Promise<string> {
  const { administration, caseId, practice, relation, facts } = input
  const ref = input.id === undefined ? newReference() : referenceOf(input, `person ${input.id}`)
  const id = ref.replace(/^v_/, 'p_')
  const sealed = await sealedFacts(store, facts, { id, relation, caseId })
  const numbers = await hashesOf(store, facts)
  await run(store.db, PUT, [
    ...[id, administration, caseId, practice, relation],
    ...columnsOf(sealed),
    numbers.map(({ hash }) => hash),
    numbers.map(({ kind }) => kind),
    facts.protectedAddress,
  ])
  return id
}

/** Everybody of a case, in the order they were added; those whose key was destroyed are left out. */
export async function personsOfCase(store: VaultStore, caseId: string): Promise<Person[]> {
  const rows = await run(store.db, OF_CASE, [store.keys.administration, caseId])
  return await openPersons(store, rows as PersonRow[])
}

/**
 * Copies a person into another case of the administration, as what they are there; each case keeps and loses its own.
 * @throws VaultError `vault-not-found`
 */
export async function linkPerson(
  store: VaultStore,
  to: { id: string; caseId: string; relation: string },
): Promise<string> {
  const { person, practice } = await onePerson(store, to.id)
  const { caseId, relation } = to
  const { administration } = store.keys
  return await putPerson(store, {
    ...{ administration, caseId, practice, relation },
    id: to.id,
    facts: person.facts,
  })
}

/**
 * Gives a person with a temporary id the CPR number that came later. The person is found by both from then on.
 * @throws VaultError `vault-not-found`
 */
export async function mergePerson(
  store: VaultStore,
  { id, cprNumber }: { id: string; cprNumber: string },
): Promise<void> {
  const { person, caseId } = await onePerson(store, id)
  await changeFacts(store, person, caseId, { cprNumber })
}

/**
 * Notes what the register says of a person's protection. What it said of an earlier day, and comes late, changes nothing.
 * @throws VaultError `vault-not-found`
 */
export async function protectPerson(
  store: VaultStore,
  { id, isProtected, on }: { id: string; isProtected: boolean; on: string },
): Promise<void> {
  const { person, caseId } = await onePerson(store, id)
  if ((person.facts.protectionOn ?? '') > on) return
  await changeFacts(store, person, caseId, { protectedAddress: isProtected, protectionOn: on })
}

/**
 * Keeps what the register says of a person. It can set protection and never lifts it: the family may have said so
 * themselves, and what the register knew last night is no reason to show where somebody is.
 * @throws VaultError `vault-not-found`
 */
export async function registerPerson(
  store: VaultStore,
  { id, name, isProtected, address, on }: { id: string } & RegisteredFacts,
): Promise<void> {
  const { person, caseId } = await onePerson(store, id)
  const { facts: known } = person
  const isNews = isProtected && (known.protectionOn ?? '') <= on
  await changeFacts(store, person, caseId, {
    ...(name === null ? {} : { name }),
    address,
    ...(isNews ? { protectedAddress: true, protectionOn: on } : {}),
  })
}

/** Where a CPR number or temporary id is known, in every administration: cases and nothing of what is in them. */
export async function searchPersons(
  store: VaultStore,
  { number, practice }: { number: string; practice: boolean },
): Promise<KnownNumber[]> {
  const hash = hashOf(await store.keys.searchKey(), number)
  return (await run(store.db, SEARCH, [hash, practice])) as KnownNumber[]
}

/** Of many numbers, the real cases of the administration that they are the child of. One round trip. */
export async function casesOfChildren(
  store: VaultStore,
  { numbers }: { numbers: readonly string[] },
): Promise<ChildOfCase[]> {
  const key = await store.keys.searchKey()
  const byHash = new Map([...new Set(numbers)].map(number => [hashOf(key, number).toString('hex'), number]))
  const hashes = [...byHash.keys()].map(hex => Buffer.from(hex, 'hex'))
  const rows = (await run(store.db, CHILDREN, [hashes, store.keys.administration])) as (Omit<
    ChildOfCase,
    'number'
  > & { hash: Buffer })[]
  return rows.flatMap(({ hash, caseId, person }) => {
    const number = byHash.get(hash.toString('hex'))
    return number === undefined ? [] : [{ number, caseId, person }]
  })
}

async function changeFacts(
  store: VaultStore,
  { id, relation, facts: known }: Person,
  caseId: string,
  changes: Partial<PersonFacts>,
): Promise<void> {
  const facts = { ...known, ...changes }
  const sealed = await sealedFacts(store, facts, { id, relation, caseId })
  const numbers = await hashesOf(store, facts)
  await run(store.db, CHANGE, [
    ...[id, store.keys.administration],
    ...columnsOf(sealed),
    numbers.map(({ hash }) => hash),
    numbers.map(({ kind }) => kind),
    facts.protectedAddress,
  ])
}

async function onePerson(
  store: VaultStore,
  id: string,
): Promise<{ person: Person; caseId: string; practice: boolean }> {
  const [row] = (await run(store.db, ONE, [store.keys.administration, id])) as PersonRow[]
  const [person] = row === undefined ? [] : await openPersons(store, [row])
  if (row === undefined || person === undefined) throw new VaultError('vault-not-found', id)
  return { person, caseId: row.case_id, practice: row.practice }
}

async function openPersons({ keys }: VaultStore, rows: readonly PersonRow[]): Promise<Person[]> {
  const placed = rows.map(row => {
    const place = { administration: row.administration, caseId: row.case_id }
    return { name: row.id, place: placeOf(row.id, row.relation, place), ...place, sealed: sealedOf(row) }
  })
  const opened = await openRows({ keys, format1: undefined }, placed)
  return rows.flatMap(({ id, relation }) => {
    const facts = opened.get(id)
    // The key vouches that this is what putPerson wrote.
    return facts === undefined ? [] : [{ id, relation, facts: asShown(facts as unknown as NewPersonFacts) }]
  })
}

/** Nobody sees where somebody lives who is protected. Persons from before addresses were kept have none. */
const asShown = (facts: NewPersonFacts): PersonFacts => ({
  ...facts,
  address: facts.protectedAddress ? null : (facts.address ?? null),
})

async function sealedFacts(
  { keys }: VaultStore,
  facts: NewPersonFacts,
  { id, relation, caseId }: { id: string; relation: string; caseId: string },
): Promise<SealedContent> {
  const { name, cprNumber, temporaryId, protectedAddress, protectionOn } = facts
  const { address } = asShown(facts)
  const content: JsonObject = {
    ...{ name, cprNumber, temporaryId, protectedAddress },
    ...(protectionOn === undefined ? {} : { protectionOn }),
    ...(address === null ? {} : { address: { ...address } }),
  }
  const scope = await keys.scopeKey(caseId, 'case')
  return sealContent(scope, content, placeOf(id, relation, { administration: keys.administration, caseId }))
}

async function hashesOf(
  { keys }: VaultStore,
  { cprNumber, temporaryId }: Pick<PersonFacts, 'cprNumber' | 'temporaryId'>,
): Promise<{ hash: Buffer; kind: string }[]> {
  const key = await keys.searchKey()
  const numbers = [
    { number: cprNumber, kind: 'cpr' },
    { number: temporaryId, kind: 'temporary' },
  ]
  return numbers.flatMap(({ number, kind }) => (number === null ? [] : [{ kind, hash: hashOf(key, number) }]))
}

/** The same for a number with and without its hyphen. */
const hashOf = (key: KeyObject, number: string): Buffer =>
  createHmac('sha256', key).update(number.replace(/[\s-]/g, '').toLowerCase()).digest()

const columnsOf = ({ format, keyId, wrappedKey, iv, ciphertext, tag }: SealedContent): unknown[] => [
  format,
  keyId,
  wrappedKey,
  iv,
  ciphertext,
  tag,
]
