import { createHash } from 'node:crypto'
import type { LineDigest } from './stored-line.js'

/** A run of the log that was sealed: every line whose transaction is at or above `from` and below `to`. */
export interface Block {
  /** From 1, without gaps. */
  readonly number: number
  readonly from: bigint
  readonly to: bigint
  readonly lines: number
  /** Number, transaction and digest of each line, one after the other: 48 bytes a line. */
  readonly digests: Buffer
  /** Seconds since 1970 with six decimals, as PostgreSQL writes them. */
  readonly sealedAt: string
  /** Hash of the block before; 32 zero bytes before the first. */
  readonly previous: Buffer
  readonly hash: Buffer
}

export const noBlock = Buffer.alloc(32)

const LINE_BYTES = 48

/**
 * Seals lines in their order. The hash covers everything a block says, and through `previous` every block before: as
 * long as one hash is known for certain, nothing before it can be changed unseen. It stays so when lines are deleted
 * under the retention rule, for the block keeps their digests.
 */
export function makeBlock(
  args: Omit<Block, 'lines' | 'digests' | 'hash'> & { lines: readonly LineDigest[] },
): Block {
  const digests = Buffer.concat(args.lines.map(encode))
  const open = { ...args, lines: args.lines.length, digests }
  return { ...open, hash: blockHash(open) }
}

/** The hash that a block must have by what it says. */
export function blockHash(block: Omit<Block, 'hash'>): Buffer {
  const { number, from, to, lines, digests, sealedAt, previous } = block
  const facts = [
    'brobygger-access-log',
    1,
    number,
    String(from),
    String(to),
    lines,
    createHash('sha256').update(digests).digest('hex'),
    sealedAt,
    previous.toString('hex'),
  ]
  return createHash('sha256').update(JSON.stringify(facts)).digest()
}

/** The lines that a block remembers. Bytes that make no whole line are left out; the hash tells of them. */
export function linesOf({ digests }: Pick<Block, 'digests'>): LineDigest[] {
  return Array.from({ length: Math.floor(digests.length / LINE_BYTES) }, (_, i) => {
    const at = i * LINE_BYTES
    return {
      id: digests.readBigInt64BE(at),
      txid: digests.readBigUInt64BE(at + 8),
      digest: digests.subarray(at + 16, at + LINE_BYTES),
    }
  })
}

function encode({ id, txid, digest }: LineDigest): Buffer {
  const place = Buffer.alloc(16)
  place.writeBigInt64BE(id)
  place.writeBigUInt64BE(txid, 8)
  return Buffer.concat([place, digest])
}
