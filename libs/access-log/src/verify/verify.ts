import { blockHash, linesOf, noBlock, type Block } from '../chain/block.js'
import { BLOCK_COLUMNS, blockOf, type BlockRow } from '../chain/block-row.js'
import { digestOf, LINE_COLUMNS, type LineDigest, type LineRow } from '../chain/stored-line.js'
import type { Head } from '../heads/head.js'
import type { Queryable } from '../queryable.js'
import { compareLines } from './compare-lines.js'
import { Ahead, rowsOf } from './cursor.js'
import type { Finding } from './finding.js'

/** Where the published heads are read; undefined when there is no such file. */
export type PublishedHeads = AsyncGenerator<Head> | undefined

/** What the verification saw. */
export interface Verification {
  readonly blocks: number
  /** Lines in blocks. */
  readonly lines: number
  /** Lines that came after the last block and are not sealed yet: nothing is known of them. */
  readonly unsealed: number
  /** Sealed lines that were taken out under the rule of retention. */
  readonly pruned: number
  readonly findings: number
}

/**
 * Computes every line, block and link anew, and compares with the blocks and with the heads published outside the
 * database. Reads the log once, in order; the transaction of `db` must be open, and repeatable read.
 * @param args.db as the role that reads the log
 * @param args.prunedTo the last block whose lines need not be there any more, as it was published; none when left out
 * @param args.onFinding told of each finding as it is found
 * @param args.onProgress told after each block how many lines are done
 */
export async function verifyLog(args: {
  db: Queryable
  heads: PublishedHeads
  prunedTo?: number
  onFinding: (finding: Finding) => void
  onProgress?: (lines: number) => void
}): Promise<Verification> {
  const { db, prunedTo = 0 } = args
  const blocks = rowsOf<BlockRow>(db, {
    name: 'blocks',
    query: `select ${BLOCK_COLUMNS} from access_log.blocks order by blocks.number`,
    atOnce: 20,
  })
  const lines = new Ahead(
    rowsOf<LineRow>(db, {
      name: 'lines',
      query: `select ${LINE_COLUMNS} from access_log.entries order by entries.txid, entries.id`,
      atOnce: 5_000,
    }),
  )
  const heads = args.heads === undefined ? undefined : new Ahead(args.heads)
  const seen = { blocks: 0, lines: 0, pruned: 0, findings: 0 }
  const report = (finding: Finding) => {
    seen.findings += 1
    args.onFinding(finding)
  }
  let last: Pick<Block, 'number' | 'to' | 'hash'> = { number: 0, to: 0n, hash: noBlock }
  for await (const row of blocks) {
    const block = blockOf(row)
    checkChain(last, block).forEach(report)
    ;(await checkHead(heads, last.number, block)).forEach(report)
    // Lines below the block's bound stood in a block that is missing, or were put there.
    if (block.number === last.number + 1)
      (await takeBelow(lines, block.from)).map(insertedIn(block)).forEach(report)
    else await takeBelow(lines, block.from)
    const present = await takeBelow(lines, block.to)
    for (const finding of compareLines(block.number, linesOf(block), present)) {
      if (finding.what === 'line-deleted' && block.number <= prunedTo) seen.pruned += 1
      else report(finding)
    }
    seen.blocks += 1
    seen.lines += present.length
    args.onProgress?.(seen.lines)
    last = block
  }
  if (args.heads === undefined && last.number > 0) report({ what: 'heads-missing' })
  const cutOff = await lastOf(heads)
  if (cutOff !== undefined && cutOff > last.number) {
    report({ what: 'block-missing', block: last.number + 1, to: cutOff })
  }
  return { ...seen, unsealed: await countRest(lines) }
}

const insertedIn =
  (block: Block) =>
  ({ id }: LineDigest): Finding => ({ what: 'line-inserted', block: block.number, line: String(id) })

function checkChain(last: Pick<Block, 'number' | 'to' | 'hash'>, block: Block): Finding[] {
  const findings: Finding[] = []
  const { number } = block
  if (number > last.number + 1)
    findings.push({ what: 'block-missing', block: last.number + 1, to: number - 1 })
  else if (!block.previous.equals(last.hash) || block.from !== last.to)
    findings.push({ what: 'chain-broken', block: number })
  if (!blockHash(block).equals(block.hash)) findings.push({ what: 'block-changed', block: number })
  return findings
}

/** Heads come in the order of their blocks; after a crash one may stand there twice. */
async function checkHead(heads: Ahead<Head> | undefined, after: number, block: Block): Promise<Finding[]> {
  if (heads === undefined) return []
  const findings: Finding[] = []
  let found = false
  for (
    let head = await heads.peek();
    head !== undefined && head.block <= block.number;
    head = await heads.peek()
  ) {
    await heads.take()
    if (head.block <= after || head.block < block.number) continue
    found = true
    if (head.hash !== block.hash.toString('hex') || head.lines !== block.lines)
      findings.push({ what: 'chain-rewritten', block: block.number })
  }
  return found ? findings : [{ what: 'head-missing', block: block.number, to: block.number }]
}

async function takeBelow(lines: Ahead<LineRow>, bound: bigint): Promise<LineDigest[]> {
  const taken: LineDigest[] = []
  for (
    let row = await lines.peek();
    row !== undefined && BigInt(row.txid) < bound;
    row = await lines.peek()
  ) {
    taken.push(digestOf(row))
    await lines.take()
  }
  return taken
}

async function lastOf(heads: Ahead<Head> | undefined): Promise<number | undefined> {
  let last: number | undefined
  for (let head = await heads?.take(); head !== undefined; head = await heads?.take()) last = head.block
  return last
}

async function countRest(lines: Ahead<LineRow>): Promise<number> {
  let count = 0
  while ((await lines.take()) !== undefined) count += 1
  return count
}
