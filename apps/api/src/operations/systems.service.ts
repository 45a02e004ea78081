import { failingSystems, unknownNews, waitingCases } from '@brobygger/database'
import { outsideSystem } from '@brobygger/domain/outward'
import { Injectable } from '@nestjs/common'
import { z } from 'zod'
import { at } from '../shapes/common.js'
import { Storage } from '../storage/storage.js'

/** News of a letter that nobody knows by then are no longer only early, in seconds. */
const EARLY = 15 * 60

/** How the systems around the municipality are. */
export const systemsAnswer = z
  .object({
    failing: z
      .array(
        z.object({
          system: outsideSystem,
          failingSince: at,
          failures: z.int().positive(),
          reason: z.string().meta({ description: 'What was seen last: `timeout`, `status-503`, `token-…`' }),
          nextTryAt: at.meta({ description: 'When one worker tries it for all' }),
        }),
      )
      .meta({ description: 'Systems that do not answer, the longest outage first' }),
    waiting: z
      .array(z.object({ system: z.string(), cases: z.int().positive(), since: at }))
      .meta({ description: 'How many real cases wait for what, and since when' }),
    unknownLetters: z
      .array(
        z.object({
          messageId: z.string(),
          status: z.enum(['posted', 'delivered', 'returned']),
          receivedAt: at,
        }),
      )
      .meta({ description: 'What carriers say of letters that no case has sent' }),
  })
  .meta({ id: 'Systems' })
export type SystemsAnswer = z.infer<typeof systemsAnswer>

/** How the systems outside are, for operations. */
@Injectable()
export class SystemsService {
  constructor(private readonly storage: Storage) {}

  async show(): Promise<SystemsAnswer> {
    const { db } = this.storage
    const [failing, waiting, unknownLetters] = await Promise.all([
      failingSystems(db),
      waitingCases(db),
      unknownNews(db, { olderThanSeconds: EARLY }),
    ])
    return { failing, waiting, unknownLetters }
  }
}
