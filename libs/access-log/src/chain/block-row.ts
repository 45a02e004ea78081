import type { Block } from './block.js'

/** What to select of `access_log.blocks`. */
export const BLOCK_COLUMNS = `number::text as number, from_txid::text as "from", to_txid::text as "to", lines, digests,
  extract(epoch from sealed_at)::text as "sealedAt", previous, hash`

/** A row of BLOCK_COLUMNS. */
export interface BlockRow extends Pick<Block, 'lines' | 'digests' | 'sealedAt' | 'previous' | 'hash'> {
  readonly number: string
  readonly from: string
  readonly to: string
}

export function blockOf({ number, from, to, ...rest }: BlockRow): Block {
  return { ...rest, number: Number(number), from: BigInt(from), to: BigInt(to) }
}
