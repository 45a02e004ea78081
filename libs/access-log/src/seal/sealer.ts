import type { Head } from '../heads/head.js'
import { headOf } from '../heads/head.js'
import type { HeadsFile } from '../heads/heads-file.js'
import { makeBlock, noBlock, type Block } from '../chain/block.js'
import { BLOCK_COLUMNS, blockOf, type BlockRow } from '../chain/block-row.js'
import { digestOf, LINE_COLUMNS, type LineRow } from '../chain/stored-line.js'
import type { Queryable } from '../queryable.js'
import { SealTrouble } from './seal-trouble.js'

/** Most lines of a block, unless one transaction wrote more. */
const MOST_LINES = 10_000

/** Any number: whoever holds it seals; others stand by. */
const SEALER_LOCK = 4_701_338

/** What came of an attempt to seal. `full`: there is more to seal at once. */
export type Sealed = { readonly block: Block; readonly full: boolean } | 'nothing' | 'standby'

/**
 * Seals the log, block by block. Give it one connection of its own, and only one call at a time.
 *
 * A transaction below the oldest that still runs has ended for good, so a block takes every line from the bound of the
 * block before up to that one: nothing is left out or taken twice, in whatever order transactions commit.
 */
export class Sealer {
  private published: Head | undefined
  private holdsLock = false

  constructor(
    private readonly db: Queryable,
    private readonly heads: HeadsFile,
  ) {}

  /**
   * Seals what can be sealed into one block, and publishes its head.
   * @throws SealTrouble when chain and published heads do not fit; the database's or the file's own error otherwise
   */
  async seal(): Promise<Sealed> {
    if (!(await this.lock())) return 'standby'
    const last = await this.lastBlock()
    await this.publishUpTo(last)
    const made = await this.makeNext(last)
    if (made === undefined) return 'nothing'
    await this.publish(made.block)
    return made
  }

  /** Seconds since the oldest line that is not sealed yet was written; 0 when all are. */
  async lag(): Promise<number> {
    const { rows } = await this.db.query(`
      select coalesce(extract(epoch from clock_timestamp() - min(at)), 0)::float8 as lag from access_log.entries
      where txid >= coalesce((select to_txid from access_log.blocks order by number desc limit 1), '0'::xid8)`)
    return (rows as { lag: number }[])[0]?.lag ?? 0
  }

  private async lock(): Promise<boolean> {
    if (this.holdsLock) return true
    const { rows } = await this.db.query('select pg_try_advisory_lock($1) as got', [SEALER_LOCK])
    this.holdsLock = (rows as { got: boolean }[])[0]?.got === true
    return this.holdsLock
  }

  private async lastBlock(): Promise<Block | undefined> {
    const { rows } = await this.db.query(
      `select ${BLOCK_COLUMNS} from access_log.blocks order by blocks.number desc limit 1`,
    )
    return (rows as BlockRow[]).map(blockOf)[0]
  }

  /** Publishes the last block where a crash came between. More than one cannot be missing: then something is wrong. */
  private async publishUpTo(last: Block | undefined): Promise<void> {
    if (!this.heads.exists) {
      if (last !== undefined) throw new SealTrouble('heads-missing')
      await this.heads.make()
    }
    this.published ??= await this.heads.last()
    const { published } = this
    if (last === undefined ? published === undefined : published?.hash === last.hash.toString('hex')) return
    const follows =
      last !== undefined &&
      last.number === (published?.block ?? 0) + 1 &&
      last.previous.toString('hex') === (published?.hash ?? noBlock.toString('hex'))
    if (!follows) throw new SealTrouble('heads-differ')
    await this.publish(last)
  }

  private async publish(block: Block): Promise<void> {
    const published = headOf(block)
    await this.heads.append(published)
    this.published = published
  }

  private async makeNext(last: Block | undefined): Promise<{ block: Block; full: boolean } | undefined> {
    // One snapshot tells which transactions have ended, and shows all that they wrote.
    await this.db.query('begin isolation level repeatable read')
    try {
      const made = await this.inSnapshot(last)
      await this.db.query('commit')
      return made
    } catch (error) {
      await this.db.query('rollback').catch(() => undefined)
      throw error
    }
  }

  private async inSnapshot(last: Block | undefined): Promise<{ block: Block; full: boolean } | undefined> {
    const from = last?.to ?? 0n
    const ended = await this.db.query('select pg_snapshot_xmin(pg_current_snapshot())::text as below')
    const below = BigInt((ended.rows as { below: string }[])[0]?.below ?? '0')
    if (below < from) throw new SealTrouble('transactions-went-back')
    const { rows } = await this.db.query(
      `select ${LINE_COLUMNS} from access_log.entries where txid >= $1::text::xid8 and txid < $2::text::xid8
        order by entries.txid, entries.id limit $3`,
      [String(from), String(below), MOST_LINES + 1],
    )
    const found = rows as LineRow[]
    const cut = found[MOST_LINES]
    const first = found[0]
    if (first === undefined) return undefined
    // A transaction is sealed whole: its lines are all in one block.
    const to = cut === undefined ? below : wholeTransactions(BigInt(first.txid), BigInt(cut.txid))
    const lines = cut === undefined ? found : await this.linesBetween(from, to)
    const block = makeBlock({
      number: (last?.number ?? 0) + 1,
      from,
      to,
      lines: lines.map(digestOf),
      sealedAt: (Date.now() / 1000).toFixed(6),
      previous: last?.hash ?? noBlock,
    })
    await this.insert(block)
    return { block, full: cut !== undefined }
  }

  private async linesBetween(from: bigint, to: bigint): Promise<LineRow[]> {
    const { rows } = await this.db.query(
      `select ${LINE_COLUMNS} from access_log.entries where txid >= $1::text::xid8 and txid < $2::text::xid8
        order by entries.txid, entries.id`,
      [String(from), String(to)],
    )
    return rows as LineRow[]
  }

  private async insert(block: Block): Promise<void> {
    await this.db.query(
      `insert into access_log.blocks (number, from_txid, to_txid, lines, digests, sealed_at, previous, hash)
        values ($1, $2::text::xid8, $3::text::xid8, $4, $5, to_timestamp($6::float8), $7, $8)`,
      [
        block.number,
        String(block.from),
        String(block.to),
        block.lines,
        block.digests,
        block.sealedAt,
        block.previous,
        block.hash,
      ],
    )
  }
}

const wholeTransactions = (first: bigint, cut: bigint): bigint => (cut > first ? cut : first + 1n)
