import { z } from 'zod'
import type { Block } from '../chain/block.js'

/** What is published of a block, outside the database: with it, every line up to the block can be proved. */
export const head = z.object({
  block: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  lines: z.int().positive(),
  at: z.iso.datetime(),
})
export type Head = z.infer<typeof head>

/**
 * Published beside the heads when lines are taken out under the rule of retention: up to this block none need be there
 * any more. Their digests stay in the blocks, so that the chain can still be computed.
 */
export const pruned = z.object({ prunedTo: z.int().positive(), at: z.iso.datetime() })
export type Pruned = z.infer<typeof pruned>

export function headOf({ number, hash, lines, sealedAt }: Block): Head {
  return {
    block: number,
    hash: hash.toString('hex'),
    lines,
    at: new Date(Math.round(Number(sealedAt) * 1000)).toISOString(),
  }
}
