import { createHash } from 'node:crypto'

/** Every column of a line but its place, as text, in the order in which they are hashed. */
const columns = {
  at: 'extract(epoch from at)::text',
  request_id: 'request_id::text',
  actor: 'actor::text',
  roles: 'to_json(roles)::text',
  administration: 'administration::text',
  action: 'action::text',
  outcome: 'outcome',
  refusal: 'refusal::text',
  cases: 'to_json(cases)::text',
  process: 'process::text',
  purpose: 'purpose::text',
  basis: 'basis::text',
  fields: 'to_json(fields)::text',
  reason: 'reason',
  practice: 'practice::text',
  assurance: 'assurance::text',
  via: 'via::text',
} as const satisfies Readonly<Record<string, string>>

/** Where a line stands. Lines are in the order of their transactions, then of their numbers. */
export interface LinePlace {
  readonly id: bigint
  /** The transaction that wrote it: never used again, and done for good once it is below the oldest that runs. */
  readonly txid: bigint
}

/** A line of the log as a block remembers it. */
export interface LineDigest extends LinePlace {
  /** SHA-256 of the content, 32 bytes. */
  readonly digest: Buffer
}

/** What to select of `access_log.entries`: place and content, the content as one list of texts. */
export const LINE_COLUMNS = `id::text as id, txid::text as txid, json_build_array(${Object.values(columns).join(', ')})::text as content`

/** A row of LINE_COLUMNS. */
export interface LineRow {
  readonly id: string
  readonly txid: string
  readonly content: string
}

/** The digest of a line. Its place is no part of it, so that a line that was moved can be told from one that is new. */
export function digestOf({ id, txid, content }: LineRow): LineDigest {
  return { id: BigInt(id), txid: BigInt(txid), digest: createHash('sha256').update(content).digest() }
}

/** The columns that are hashed; with `id` and `txid` they are all there are. */
export const hashedColumns: readonly string[] = Object.keys(columns)
