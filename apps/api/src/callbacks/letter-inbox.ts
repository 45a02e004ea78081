import { keepNews, takeNews, type LetterNews, type SentLetter } from '@brobygger/database'
import type { Logger } from '@brobygger/telemetry'
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import { WorkflowNotFoundError } from '@temporalio/client'
import { EntryLog } from '../entries/entry-log.js'
import { Storage } from '../storage/storage.js'
import { Engine } from '../temporal/engine.js'
import { LOGGER } from '../tokens.js'

/** How often what came before its letter was known is looked at again, in milliseconds. */
const AGAIN = 15_000

/**
 * What carriers say of letters: kept the moment it comes, and written down as a fact of the case when the letter is known.
 * In any order, twice, late, or before our own record of the letter: a letter that was delivered stays so.
 */
@Injectable()
export class LetterInbox implements OnModuleInit, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly storage: Storage,
    private readonly entries: EntryLog,
    private readonly engine: Engine,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.settle().catch((err: unknown) => {
        this.log.warn({ err }, 'letter callbacks could not be taken')
      })
    }, AGAIN)
    this.timer.unref()
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer)
  }

  /** Keeps news; what follows from them need not be waited for. */
  async keep(news: LetterNews): Promise<void> {
    if (await keepNews(this.storage.db, news)) await this.settle()
  }

  private async settle(): Promise<void> {
    await takeNews(this.storage.db, async (news, sent) => {
      await this.write(news, sent)
      await this.tell(news, sent)
    })
  }

  private async write({ status, why, at }: LetterNews, letter: SentLetter): Promise<void> {
    const { process, seq, caseId, administration, practice, deliveredAt } = letter
    const known = { posted: letter.postedAt, delivered: deliveredAt, returned: letter.returnedAt }
    if (deliveredAt !== null || known[status] !== null) return
    const sent = { process, seq }
    const bodies = {
      posted: { type: 'letterPosted', sent, postedAt: at },
      delivered: { type: 'letterDelivered', sent, deliveredAt: at },
      returned: { type: 'letterReturned', sent, returnedAt: at, why: why ?? 'undeliverable' },
    } as const
    await this.entries.append({
      ...{ caseId, administration, practice, at, by: null },
      body: bodies[status],
    })
  }

  /** Tells the process that sent it; again where it is not sure that it heard. One that has ended stays as it is. */
  private async tell({ status, why, at }: LetterNews, { process, practice, seq }: SentLetter): Promise<void> {
    const signal = {
      posted: 'letterPosted',
      delivered: 'letterDelivered',
      returned: 'letterReturned',
    } as const
    const returned = status === 'returned' ? { why: why ?? 'undeliverable' } : {}
    try {
      await this.engine.tell({ process, practice }, signal[status], { seq, at, ...returned })
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error
    }
  }
}
